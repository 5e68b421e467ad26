package io.tallystick.query.usage;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.time.QueryTime;
import io.tallystick.rating.Meter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The query string of a meter query.
final class MeterQueryParameters {

    private static final int SUBJECTS_MAX = 100;
    private static final int FILTER_VALUES_MAX = 100;
    private static final String FILTER = "filterGroupBy[";

    private final Meter meter;
    private final MultiValueMap<String, String> parameters;

    MeterQueryParameters(Meter meter, MultiValueMap<String, String> parameters) {
        this.meter = meter;
        this.parameters = parameters;
    }

    MeterQuestion question() {
        return new MeterQuestion(
                meter,
                subjects(),
                QueryTime.instant("from", first("from")),
                QueryTime.instant("to", first("to")),
                windowSize(),
                zone(),
                groupBy(),
                filters());
    }

    private @Nullable String first(String name) {
        String value = parameters.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private List<String> all(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> subjects() {
        List<String> subjects = all(MeterQuestion.SUBJECT);
        if (subjects.size() > SUBJECTS_MAX) {
            throw ApiProblem.invalid(
                    MeterQuestion.SUBJECT,
                    "too_many_subjects",
                    "At most " + SUBJECTS_MAX + " subjects can be named.");
        }
        return subjects;
    }

    private @Nullable WindowSize windowSize() {
        String name = first("windowSize");
        if (name == null) {
            return null;
        }
        return Arrays.stream(WindowSize.values())
                .filter(size -> size.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ApiProblem.invalid(
                                "windowSize",
                                "unknown_window_size",
                                "windowSize must be MINUTE, HOUR, DAY or MONTH."));
    }

    private ZoneId zone() {
        String name = first("windowTimeZone");
        return name == null ? ZoneOffset.UTC : QueryTime.zone("windowTimeZone", name);
    }

    private List<String> groupBy() {
        List<String> groups = all("groupBy");
        groups.stream()
                .filter(group -> !group.equals(MeterQuestion.SUBJECT))
                .forEach(group -> requireGroup("groupBy", group));
        return groups;
    }

    private Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(FILTER) && name.endsWith("]")) {
                String group = name.substring(FILTER.length(), name.length() - 1);
                requireGroup(name, group);
                requireFew(name, values);
                filters.put(group, List.copyOf(values));
            }
        });
        return filters;
    }

    private void requireGroup(String parameter, String group) {
        if (!meter.groupBy().containsKey(group)) {
            throw ApiProblem.invalid(
                    parameter,
                    "unknown_group",
                    "The meter " + meter.slug() + " has no group " + group + ".");
        }
    }

    private static void requireFew(String parameter, List<String> values) {
        if (values.size() > FILTER_VALUES_MAX) {
            throw ApiProblem.invalid(
                    parameter,
                    "too_many_values",
                    "At most " + FILTER_VALUES_MAX + " values can be named.");
        }
    }
}
