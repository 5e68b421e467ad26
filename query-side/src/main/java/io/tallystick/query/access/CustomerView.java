package io.tallystick.query.access;

import static io.tallystick.readmodel.Tables.CUSTOMER;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// A customer as the directory has it.
///
/// @param id made by the server
/// @param key the `subject` of the customer's events
/// @param name what people call it
/// @param timeZone IANA name of the zone whose calendar the customer's periods follow
/// @param currency ISO 4217 code
/// @param country ISO 3166 code of two letters
/// @param email where people write to
/// @param createdAt when it was created
/// @param asOf when it was read
/// @param position the log position that it includes
public record CustomerView(
        UUID id,
        String key,
        String name,
        String timeZone,
        String currency,
        String country,
        @Nullable String email,
        Instant createdAt,
        Instant asOf,
        long position) {

    /// A customer in a list, which says once as of when it is.
    ///
    /// @param id made by the server
    /// @param key the `subject` of the customer's events
    /// @param name what people call it
    /// @param timeZone IANA name of the zone whose calendar the customer's periods follow
    /// @param currency ISO 4217 code
    /// @param country ISO 3166 code of two letters
    /// @param email where people write to
    /// @param createdAt when it was created
    public record Item(
            UUID id,
            String key,
            String name,
            String timeZone,
            String currency,
            String country,
            @Nullable String email,
            Instant createdAt) {

        static Item of(Record row) {
            return new Item(
                    row.get(CUSTOMER.CUSTOMER_ID),
                    row.get(CUSTOMER.KEY),
                    row.get(CUSTOMER.NAME),
                    row.get(CUSTOMER.TIME_ZONE),
                    row.get(CUSTOMER.CURRENCY),
                    row.get(CUSTOMER.COUNTRY),
                    row.get(CUSTOMER.EMAIL),
                    row.get(CUSTOMER.CREATED_AT));
        }
    }

    static CustomerView of(Record row, Instant asOf, long position) {
        Item item = Item.of(row);
        return new CustomerView(
                item.id(),
                item.key(),
                item.name(),
                item.timeZone(),
                item.currency(),
                item.country(),
                item.email(),
                item.createdAt(),
                asOf,
                position);
    }
}
