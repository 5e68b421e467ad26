package io.tallystick.rating;

import io.tallystick.rating.Meter.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The meters that every installation has.
public final class BuiltInMeters {

    public static final String VOICE_CALL = "voice.call.completed";
    public static final String VOICE_BLOCKED = "voice.call.blocked";
    public static final String SMS = "sms.sent";
    public static final String EMAIL = "email.sent";
    public static final String STORAGE_MEASURED = "storage.measured";
    public static final String STORAGE_CHANGED = "storage.changed";

    /// A call counts as qualified from this duration on; measured, not billed seconds.
    public static final int QUALIFIED_CALL_SECONDS = 60;

    private static final Map<String, String> CALL_GROUPS =
            Map.of("agent", "agent", "direction", "direction");

    public static final Meter VOICE_MINUTES =
            new Meter(
                    "voice_minutes",
                    "Voice minutes",
                    Set.of(VOICE_CALL),
                    Aggregation.SUM,
                    CALL_GROUPS,
                    new Unit("minute", BigDecimal.valueOf(60)),
                    new BillingIncrement(30, 30),
                    null);
    public static final Meter CALLS =
            new Meter(
                    "calls",
                    "Calls",
                    Set.of(VOICE_CALL),
                    Aggregation.COUNT,
                    CALL_GROUPS,
                    Unit.one("call"),
                    null,
                    null);
    public static final Meter SMS_SEGMENTS =
            new Meter(
                    "sms_segments",
                    "SMS segments",
                    Set.of(SMS),
                    Aggregation.SUM,
                    Map.of(),
                    Unit.one("segment"),
                    null,
                    null);
    public static final Meter EMAILS =
            new Meter(
                    "emails",
                    "E-mails",
                    Set.of(EMAIL),
                    Aggregation.SUM,
                    Map.of(),
                    Unit.one("e-mail"),
                    null,
                    null);
    public static final Meter STORAGE_GB =
            new Meter(
                    "storage_gb",
                    "Storage",
                    Set.of(STORAGE_MEASURED, STORAGE_CHANGED),
                    Aggregation.LATEST,
                    Map.of(),
                    new Unit("GB", BigDecimal.valueOf(1_000_000_000)),
                    null,
                    null);

    /// Not shown as a meter: it feeds the qualified calls of a customer's usage.
    public static final Meter QUALIFIED_CALLS =
            new Meter(
                    "qualified_calls",
                    "Qualified calls",
                    Set.of(VOICE_CALL),
                    Aggregation.COUNT,
                    Map.of(),
                    Unit.one("call"),
                    null,
                    BigDecimal.valueOf(QUALIFIED_CALL_SECONDS));

    private static final List<Meter> SHOWN =
            List.of(VOICE_MINUTES, CALLS, SMS_SEGMENTS, EMAILS, STORAGE_GB);
    private static final List<Meter> ALL =
            List.of(VOICE_MINUTES, CALLS, SMS_SEGMENTS, EMAILS, STORAGE_GB, QUALIFIED_CALLS);

    private static final List<Meter> SUMMED =
            ALL.stream().filter(meter -> summedAs(meter).equals(meter)).toList();

    private BuiltInMeters() {}

    /// Meters that a person can ask for.
    public static List<Meter> shown() {
        return SHOWN;
    }

    public static List<Meter> all() {
        return ALL;
    }

    /// Meters that projections keep sums of. All others are read from these.
    public static List<Meter> summed() {
        return SUMMED;
    }

    /// The meter whose sums answer for this one: itself, unless another adds up the very events
    /// that it counts. To keep both would double what a call costs.
    public static Meter summedAs(Meter meter) {
        return ALL.stream().filter(meter::countsEventsOf).findFirst().orElse(meter);
    }

    public static Optional<Meter> bySlug(String slug) {
        return SHOWN.stream().filter(meter -> meter.slug().equals(slug)).findFirst();
    }
}
