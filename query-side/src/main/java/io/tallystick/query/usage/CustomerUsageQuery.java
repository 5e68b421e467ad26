package io.tallystick.query.usage;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.events.settings.Section;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.query.position.ConsistentRead;
import io.tallystick.query.usage.CustomerUsage.MeterUsage;
import io.tallystick.query.usage.CustomerUsage.QualifiedCalls;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.Meter;
import io.tallystick.rating.QuarterHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The numbers of the dashboard: every shown meter of one customer in a period.
@Component
public final class CustomerUsageQuery {

    private final ConsistentRead reads;
    private final UsageReader rows;
    private final ShownSettings settings;

    CustomerUsageQuery(ConsistentRead reads, UsageReader rows, ShownSettings settings) {
        this.reads = reads;
        this.rows = rows;
        this.settings = settings;
    }

    /// @param from inclusive; null with `to` null for the current month of the customer's zone,
    ///   else null for the start of the month in which `to` is
    /// @param to exclusive; null with a `from` for now
    public CustomerUsage of(
            Sight sight,
            Customers.Customer customer,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant now) {
        UsagePeriod period = UsagePeriod.of(from, to, ZoneId.of(customer.timeZone()), now);
        int threshold =
                settings.of(sight, customer.customerId())
                        .orElseThrow(() -> ApiProblem.notFound("customer"))
                        .of(Section.QualifiedCalls.class)
                        .thresholdSeconds();
        return reads.read(
                sight,
                MeterQuery.PROJECTION,
                (sql, position) ->
                        new Reading(
                                        sql,
                                        rows,
                                        position,
                                        sight.tenantId(),
                                        customer,
                                        period,
                                        threshold,
                                        now)
                                .answer());
    }

    private record Reading(
            DSLContext sql,
            UsageReader rows,
            long position,
            UUID tenantId,
            Customers.Customer customer,
            UsagePeriod period,
            int thresholdSeconds,
            Instant now) {

        CustomerUsage answer() {
            Map<String, BigDecimal> sums = sums(period.from().toInstant(), period.to().toInstant());
            Map<String, BigDecimal> previous =
                    sums(
                            QuarterHour.floor(period.previousFrom().toInstant()),
                            QuarterHour.ceiling(period.previousTo().toInstant()));
            List<MeterUsage> meters =
                    BuiltInMeters.shown().stream()
                            .map(meter -> usage(meter, sums, previous))
                            .toList();
            return new CustomerUsage(
                    now,
                    position,
                    customer.timeZone(),
                    period.from().toInstant(),
                    period.to().toInstant(),
                    meters,
                    qualified(sums));
        }

        private Map<String, BigDecimal> sums(Instant from, Instant to) {
            return RollupSums.ofCustomer(sql, tenantId, customer.customerId(), from, to);
        }

        private MeterUsage usage(
                Meter meter, Map<String, BigDecimal> sums, Map<String, BigDecimal> previous) {
            if (meter.isLevel()) {
                return level(meter);
            }
            BigDecimal quantity = quantity(meter, sums);
            return usage(meter, quantity, quantity(meter, previous), period.projected(quantity));
        }

        private MeterUsage level(Meter meter) {
            Instant tolerated = now.plus(MeterQuery.CLOCK_TOLERANCE);
            Instant end = period.to().toInstant();
            BigDecimal level = levelAt(meter, end.isBefore(tolerated) ? end : tolerated);
            return usage(meter, level, levelAt(meter, period.previousTo().toInstant()), level);
        }

        private BigDecimal levelAt(Meter meter, Instant at) {
            var selection =
                    new MeterSelection(
                            tenantId,
                            meter,
                            Map.of(customer.customerId(), customer.key()),
                            true,
                            List.of(),
                            Map.of());
            return meter.quantity(Levels.at(sql, selection, at));
        }

        private static MeterUsage usage(
                Meter meter,
                BigDecimal quantity,
                BigDecimal previous,
                @Nullable BigDecimal projected) {
            return new MeterUsage(
                    meter.slug(),
                    meter.name(),
                    meter.unit().name(),
                    PlainDecimal.of(quantity),
                    PlainDecimal.of(previous),
                    projected == null ? null : PlainDecimal.of(projected));
        }

        private static BigDecimal quantity(Meter meter, Map<String, BigDecimal> sums) {
            return meter.quantity(sums.getOrDefault(meter.slug(), BigDecimal.ZERO));
        }

        private QualifiedCalls qualified(Map<String, BigDecimal> sums) {
            return new QualifiedCalls(
                    thresholdSeconds, qualifiedCalls(sums), calls(sums, BuiltInMeters.CALLS));
        }

        /// Those of the threshold that everybody begins with are counted as they come. The present
        /// threshold holds for the past as well.
        private long qualifiedCalls(Map<String, BigDecimal> sums) {
            return thresholdSeconds == BuiltInMeters.QUALIFIED_CALL_SECONDS
                    ? calls(sums, BuiltInMeters.QUALIFIED_CALLS)
                    : LongCalls.count(
                            rows,
                            tenantId,
                            customer.customerId(),
                            thresholdSeconds,
                            period.from().toInstant(),
                            period.to().toInstant(),
                            position);
        }

        private static long calls(Map<String, BigDecimal> sums, Meter meter) {
            return sums.getOrDefault(meter.slug(), BigDecimal.ZERO).longValueExact();
        }
    }
}
