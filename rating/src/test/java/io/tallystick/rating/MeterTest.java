package io.tallystick.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.rating.Meter.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a meter counts, bills and shows.
class MeterTest {

    @ParameterizedTest(name = "{0} s are {1} minutes")
    @CsvSource({
        "30, 0.500000000",
        "90, 1.500000000",
        "0, 0.000000000",
        "1, 0.016666667",
        "20, 0.333333333",
        "-40, -0.666666667",
        "6e10, 1000000000.000000000",
    })
    void a_quantity_has_nine_decimals(BigDecimal seconds, BigDecimal minutes) {
        assertThat(BuiltInMeters.VOICE_MINUTES.quantity(seconds)).isEqualTo(minutes);
    }

    @ParameterizedTest(name = "{0} bytes are {1} GB")
    @CsvSource({
        "1, 0.000000001",
        "0.4, 0.000000000",
        "0.5, 0.000000001",
        "-0.5, -0.000000001",
        "1500000000, 1.500000000",
        "9223372036854775807, 9223372036.854775807",
    })
    void the_last_decimal_is_rounded_half_up(BigDecimal bytes, BigDecimal gigabytes) {
        assertThat(BuiltInMeters.STORAGE_GB.quantity(bytes)).isEqualTo(gigabytes);
    }

    @Test
    void measured_billed_and_shown_stay_apart() {
        Meter minutes = BuiltInMeters.VOICE_MINUTES;

        BigDecimal measured = minutes.measured(new BigDecimal("80"));
        BigDecimal billed = billed(minutes, "80");

        assertThat(measured).isEqualByComparingTo("80");
        assertThat(billed).isEqualByComparingTo("90");
        assertThat(minutes.quantity(billed)).isEqualByComparingTo("1.5");
    }

    @Test
    void what_is_measured_is_billed_where_there_is_no_increment() {
        assertThat(billed(BuiltInMeters.SMS_SEGMENTS, "3")).isEqualTo("3");
        assertThat(billed(BuiltInMeters.STORAGE_GB, "-5")).isEqualTo("-5");
    }

    private static BigDecimal billed(Meter meter, String measure) {
        return meter.billed(new BigDecimal(measure), Instant.EPOCH, 1, IncrementHistory.NONE);
    }

    @Test
    void an_event_that_is_counted_measures_one() {
        assertThat(BuiltInMeters.CALLS.measured(new BigDecimal("80"))).isEqualTo("1");
        assertThat(BuiltInMeters.QUALIFIED_CALLS.measured(new BigDecimal("80"))).isEqualTo("1");
        assertThat(BuiltInMeters.EMAILS.measured(new BigDecimal("4"))).isEqualTo("4");
        assertThat(BuiltInMeters.EMAILS.measured(null)).isEqualTo("1");
    }

    @Test
    void only_named_types_feed_a_meter() {
        assertThat(BuiltInMeters.CALLS.counts(BuiltInMeters.VOICE_CALL, BigDecimal.ZERO)).isTrue();
        assertThat(BuiltInMeters.CALLS.counts(BuiltInMeters.VOICE_BLOCKED, BigDecimal.ZERO))
                .isFalse();
        assertThat(BuiltInMeters.CALLS.counts(BuiltInMeters.SMS, BigDecimal.ONE)).isFalse();
        assertThat(BuiltInMeters.STORAGE_GB.counts(BuiltInMeters.STORAGE_MEASURED, BigDecimal.ONE))
                .isTrue();
        assertThat(BuiltInMeters.STORAGE_GB.counts(BuiltInMeters.STORAGE_CHANGED, BigDecimal.ONE))
                .isTrue();
    }

    @Test
    void a_call_is_qualified_from_its_sixtieth_measured_second_on() {
        assertThat(qualified(new BigDecimal("59.999"))).isFalse();
        assertThat(qualified(new BigDecimal("60"))).isTrue();
        assertThat(qualified(new BigDecimal("60.000"))).isTrue();
        // 55 s are billed as 60 s, which does not qualify.
        assertThat(qualified(new BigDecimal("55"))).isFalse();
        assertThat(qualified(null)).isFalse();
    }

    private static boolean qualified(@Nullable BigDecimal seconds) {
        return BuiltInMeters.QUALIFIED_CALLS.counts(BuiltInMeters.VOICE_CALL, seconds);
    }

    @Test
    void only_storage_is_a_level() {
        assertThat(BuiltInMeters.all().stream().filter(Meter::isLevel))
                .containsExactly(BuiltInMeters.STORAGE_GB);
    }

    @Test
    void groups_have_an_order() {
        assertThat(BuiltInMeters.VOICE_MINUTES.groups()).containsExactly("agent", "direction");
        assertThat(BuiltInMeters.EMAILS.groups()).isEmpty();
    }

    @Test
    void a_meter_keeps_what_it_was_made_of() {
        var types = new HashSet<>(Set.of("a"));
        var groups = new HashMap<>(Map.of("g", "g"));
        var meter = new Meter("m", "M", types, Aggregation.SUM, groups, Unit.one("x"), null, null);

        types.add("b");
        groups.clear();

        assertThat(meter.counts("b", null)).isFalse();
        assertThat(meter.groups()).containsExactly("g");
        assertThatThrownBy(() -> meter.eventTypes().add("b"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_shown_meters_are_those_of_the_contract() {
        assertThat(BuiltInMeters.shown())
                .extracting(Meter::slug)
                .containsExactly("voice_minutes", "calls", "sms_segments", "emails", "storage_gb");
        assertThat(BuiltInMeters.all()).containsAll(BuiltInMeters.shown());
    }

    @Test
    void a_slug_is_one_meter() {
        List<Meter> all = BuiltInMeters.all();

        assertThat(all).extracting(Meter::slug).doesNotHaveDuplicates();
        assertThat(all).extracting(Meter::slug).allMatch(slug -> slug.matches("[a-z]+(_[a-z]+)*"));
        for (Meter meter : BuiltInMeters.shown()) {
            assertThat(BuiltInMeters.bySlug(meter.slug())).contains(meter);
        }
    }

    @Test
    void calls_are_read_from_the_sums_of_their_minutes_and_all_others_have_sums_of_their_own() {
        assertThat(BuiltInMeters.summedAs(BuiltInMeters.CALLS))
                .isEqualTo(BuiltInMeters.VOICE_MINUTES);
        assertThat(BuiltInMeters.summed())
                .extracting(Meter::slug)
                .containsExactly(
                        "voice_minutes",
                        "sms_segments",
                        "emails",
                        "storage_gb",
                        // Only some of the calls: it is not the number of events of any other.
                        "qualified_calls");
    }

    @Test
    void a_meter_that_is_not_shown_cannot_be_asked_for() {
        assertThat(BuiltInMeters.bySlug("qualified_calls")).isEmpty();
        assertThat(BuiltInMeters.bySlug("Calls")).isEmpty();
        assertThat(BuiltInMeters.bySlug("")).isEmpty();
    }

    @Test
    void minutes_are_sixty_seconds_and_gigabytes_are_decimal() {
        assertThat(BuiltInMeters.VOICE_MINUTES.unit())
                .isEqualTo(new Unit("minute", new BigDecimal("60")));
        assertThat(BuiltInMeters.STORAGE_GB.unit().size()).isEqualByComparingTo("1e9");
        assertThat(BuiltInMeters.VOICE_MINUTES.increment()).isEqualTo(new BillingIncrement(30, 30));
    }
}
