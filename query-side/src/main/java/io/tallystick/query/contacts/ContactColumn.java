package io.tallystick.query.contacts;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.csv.CsvLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns that a file of contacts can have. A number is written as it is, so that a program
/// reads it; everything else that somebody sent is written so that no spreadsheet runs it.
public enum ContactColumn {
    EXTERNAL_ID("externalId", "External ID", item -> CsvLine.harmless(item.externalId())),
    NEW_NUMBER("newNumber", "New Number", item -> CsvLine.phone(item.newNumber())),
    OLD_NUMBER("oldNumber", "Old Number", item -> CsvLine.phone(item.oldNumber())),
    CONTACT_ID("contactId", "Contact ID", item -> CsvLine.harmless(item.contactId())),
    ENRICHED_AT("enrichedAt", "Enriched At", item -> item.enrichedAt().toString()),
    CONFIRMED_AT("confirmedAt", "Confirmed At", item -> item.confirmedAt().toString()),
    STATE("state", "State", SelfHealedContactItem::state),
    FLAGGED_AT("flaggedAt", "Flagged At", item -> text(item.flaggedAt()));

    private static final Map<String, ContactColumn> BY_KEY =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(ContactColumn::key, Function.identity()));

    private final String key;
    private final String title;
    private final Function<SelfHealedContactItem, @Nullable String> cell;

    ContactColumn(
            String key, String title, Function<SelfHealedContactItem, @Nullable String> cell) {
        this.key = key;
        this.title = title;
        this.cell = cell;
    }

    /// As clients write it.
    public String key() {
        return key;
    }

    /// As the first line of a file has it.
    public String title() {
        return title;
    }

    /// What of an item stands in the column; null for an empty cell.
    @Nullable String cell(SelfHealedContactItem item) {
        return cell.apply(item);
    }

    /// @param keys in the order of the file, with commas between them
    /// @throws ApiProblem 400 for none, for an unknown one and for one that stands there twice
    public static List<ContactColumn> chosen(@Nullable String keys) {
        if (keys == null || keys.isBlank()) {
            throw ApiProblem.invalid("columns", "required", "At least one column is required.");
        }
        List<ContactColumn> columns = new ArrayList<>();
        for (String each : keys.split(",", -1)) {
            ContactColumn column =
                    Optional.ofNullable(BY_KEY.get(each.strip()))
                            .orElseThrow(ContactColumn::unknown);
            if (columns.contains(column)) {
                throw ApiProblem.invalid(
                        "columns", "duplicate_value", "A column stands there twice.");
            }
            columns.add(column);
        }
        return columns;
    }

    private static ApiProblem unknown() {
        String known =
                Arrays.stream(values()).map(ContactColumn::key).collect(Collectors.joining(", "));
        return ApiProblem.invalid("columns", "unknown_value", "Columns are some of " + known + ".");
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
