package io.tallystick.edge.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tallystick.edge.limit.ApiLimits;
import io.tallystick.edge.limit.ApiTier;
import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.Section;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sections as clients and tables write them: decimals are texts, so that nobody rounds them.
public final class SectionJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .withConfigOverride(
                            BigDecimal.class,
                            decimal ->
                                    decimal.setFormat(
                                            JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                    .build();

    private SectionJson() {}

    public static ObjectNode write(Section section) {
        return JSON.valueToTree(section);
    }

    public static ObjectNode write(PartnerSection section) {
        return JSON.valueToTree(section);
    }

    /// With what follows from it for whoever looks at it.
    public static ObjectNode shown(Section section) {
        ObjectNode shown = write(section);
        if (section instanceof Section.ApiLimits(var tier, var agreed)) {
            var limits = new ApiLimits(0, ApiTier.named(tier), agreed);
            shown.put("requestsPerMinute", limits.requestsPerMinute());
            shown.put("eventsPerMinute", limits.eventsPerMinute());
        }
        return shown;
    }

    public static <S> S read(ObjectNode node, Class<S> type) {
        return JSON.treeToValue(node, type);
    }

    public static String text(Section section) {
        return JSON.writeValueAsString(section);
    }

    static String text(PartnerSection section) {
        return JSON.writeValueAsString(section);
    }

    static <S> S read(String text, Class<S> type) {
        return JSON.readValue(text, type);
    }
}
