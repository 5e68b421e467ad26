package io.tallystick.projections.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.projections.contacts.Evidence.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelfHealingTest {

    private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");
    private static final Contact CONTACT = new Contact(new UUID(0, 1), new UUID(0, 2), "c-1");
    private static final String OLD = "+14155550100";
    private static final String NEW = "+14155550111";
    private static final String OTHER = "+14155550122";

    private final long seed = System.nanoTime();

    private long position;

    @Test
    void a_number_is_healed_when_it_was_enriched_and_then_confirmed() {
        assertThat(healed(enriched(1, NEW, OLD), confirmed(2, NEW)))
                .containsExactly(NEW + " for " + OLD + " found 1 confirmed 2");
    }

    @Test
    void an_enrichment_alone_and_a_call_alone_heal_nothing() {
        assertThat(healed(enriched(1, NEW, OLD))).isEmpty();
        assertThat(healed(confirmed(2, NEW))).isEmpty();
    }

    @Test
    void a_call_before_the_enrichment_does_not_count() {
        assertThat(healed(confirmed(1, NEW), enriched(2, NEW, OLD))).isEmpty();
        assertThat(healed(confirmed(1, NEW), enriched(2, NEW, OLD), confirmed(3, NEW)))
                .containsExactly(NEW + " for " + OLD + " found 2 confirmed 3");
    }

    @Test
    void of_what_happened_in_the_same_moment_the_log_says_which_was_first() {
        Evidence call = confirmed(1, NEW);
        Evidence enrichment = enriched(1, NEW, OLD);
        Evidence later = confirmed(1, NEW);

        assertThat(healed(call, enrichment)).isEmpty();
        assertThat(healed(later, enrichment))
                .containsExactly(NEW + " for " + OLD + " found 1 confirmed 1");
    }

    @Test
    void a_call_to_another_number_of_the_contact_confirms_nothing() {
        assertThat(healed(enriched(1, NEW, OLD), confirmed(2, OLD), confirmed(2, OTHER))).isEmpty();
    }

    @Test
    void the_number_that_was_there_before_is_no_better_one() {
        assertThat(healed(enriched(1, NEW, NEW), confirmed(2, NEW))).isEmpty();
        assertThat(healed(enriched(1, NEW, NEW), enriched(2, NEW, null), confirmed(3, NEW)))
                .isEmpty();
    }

    @Test
    void of_two_new_numbers_each_is_a_row_and_takes_the_place_of_the_one_before() {
        assertThat(
                        healed(
                                enriched(1, NEW, OLD),
                                enriched(2, OTHER, null),
                                confirmed(3, OTHER),
                                confirmed(4, NEW)))
                .containsExactly(
                        NEW + " for " + OLD + " found 1 confirmed 4",
                        OTHER + " for " + NEW + " found 2 confirmed 3");
    }

    @Test
    void a_contact_whose_old_number_nobody_knows_has_none() {
        assertThat(healed(enriched(1, NEW, null), confirmed(2, NEW)))
                .containsExactly(NEW + " for null found 1 confirmed 2");
    }

    @Test
    void a_number_that_is_enriched_again_stays_what_it_is() {
        assertThat(
                        healed(
                                enriched(1, NEW, OLD),
                                confirmed(2, NEW),
                                enriched(3, NEW, OTHER),
                                confirmed(4, NEW)))
                .containsExactly(NEW + " for " + OLD + " found 1 confirmed 2");
    }

    @Test
    void a_number_that_was_flagged_before_it_was_confirmed_is_not_healed() {
        assertThat(healed(flagged(1, NEW), enriched(2, NEW, OLD), confirmed(3, NEW))).isEmpty();
        assertThat(healed(enriched(1, NEW, OLD), flagged(2, NEW), confirmed(3, NEW))).isEmpty();
    }

    @Test
    void a_number_that_is_flagged_later_was_healed_until_then() {
        assertThat(
                        healed(
                                enriched(1, NEW, OLD),
                                confirmed(2, NEW),
                                flagged(3, NEW),
                                flagged(4, NEW),
                                confirmed(5, NEW)))
                .containsExactly(NEW + " for " + OLD + " found 1 confirmed 2 flagged 3");
    }

    @Test
    void a_flag_of_another_number_is_no_flag_of_this_one() {
        assertThat(healed(enriched(1, NEW, OLD), confirmed(2, NEW), flagged(3, OLD)))
                .containsExactly(NEW + " for " + OLD + " found 1 confirmed 2");
    }

    @Test
    void a_flag_that_is_taken_back_was_none() {
        assertThat(healed(enriched(1, NEW, OLD), confirmed(2, NEW), flagged(3, NEW), unflagged(4)))
                .containsExactly(NEW + " for " + OLD + " found 1 confirmed 2");
        assertThat(healed(enriched(1, NEW, OLD), flagged(2, NEW), confirmed(3, NEW), unflagged(4)))
                .containsExactly(NEW + " for " + OLD + " found 1 confirmed 3");
        assertThat(healed(unflagged(0), enriched(1, NEW, OLD), flagged(2, NEW), confirmed(3, NEW)))
                .isEmpty();
    }

    @Test
    void the_external_id_is_what_the_contact_was_called_last() {
        Evidence named = enriched(1, NEW, OLD, "crm-1");

        assertThat(external(named, confirmed(2, NEW))).isEqualTo("crm-1");
        assertThat(external(named, confirmed(2, NEW), enriched(3, OTHER, null, "crm-2")))
                .isEqualTo("crm-2");
        assertThat(external(named, confirmed(2, NEW), enriched(3, OTHER, null))).isEqualTo("crm-1");
        assertThat(external(enriched(1, NEW, OLD), confirmed(2, NEW))).isNull();
    }

    @Test
    void each_entry_that_makes_another_row_of_one_leaves_a_version() {
        List<Evidence> told =
                List.of(
                        enriched(1, NEW, OLD),
                        confirmed(5, NEW),
                        confirmed(6, NEW),
                        confirmed(3, NEW),
                        flagged(7, NEW),
                        unflagged(8));

        assertThat(Restatement.of(CONTACT, List.of(), told))
                .extracting(version -> version.position() + " " + text(version.healed()))
                .containsExactly(
                        "2 for " + OLD + " found 1 confirmed 5",
                        "4 for " + OLD + " found 1 confirmed 3",
                        "5 for " + OLD + " found 1 confirmed 3 flagged 7",
                        "6 for " + OLD + " found 1 confirmed 3");
    }

    @Test
    void a_row_is_no_more_when_a_flag_from_before_its_confirmation_becomes_known() {
        List<Evidence> told = List.of(enriched(1, NEW, OLD), confirmed(3, NEW), flagged(2, NEW));

        assertThat(Restatement.of(CONTACT, List.of(), told))
                .extracting(version -> version.position() + " " + text(version.healed()))
                .containsExactly("2 for " + OLD + " found 1 confirmed 3", "3 gone");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_order_it_arrives_in_and_however_it_is_put_into_batches_it_comes_to_the_same(
            int round) {
        var random = new Random(seed + round);
        for (int i = 0; i < 200; i++) {
            List<Evidence> all = random(random, 1 + random.nextInt(14));
            SortedMap<String, Healed> expected = SelfHealing.of(all);

            Collections.shuffle(all, random);

            assertThat(SelfHealing.of(all)).as("seed %d", seed).isEqualTo(expected);
            assertThat(inBatches(byArrival(all), 1)).as("seed %d", seed).isEqualTo(expected);
            assertThat(inBatches(byArrival(all), 5)).as("seed %d", seed).isEqualTo(expected);
            assertThat(versions(byArrival(all), 5))
                    .as("seed %d", seed)
                    .isEqualTo(versions(byArrival(all), all.size()));
        }
    }

    private static List<Evidence> byArrival(List<Evidence> all) {
        return all.stream().sorted(Comparator.comparing(Evidence::moment, Moment.ARRIVAL)).toList();
    }

    private static SortedMap<String, Healed> inBatches(List<Evidence> all, int size) {
        SortedMap<String, Healed> rows = new TreeMap<>();
        for (Version version : versions(all, size)) {
            Healed healed = version.healed();
            if (healed == null) {
                rows.remove(version.newNumber());
            } else {
                rows.put(version.newNumber(), healed);
            }
        }
        return rows;
    }

    private static List<Version> versions(List<Evidence> all, int size) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            versions.addAll(
                    Restatement.of(
                            CONTACT,
                            all.subList(0, i),
                            all.subList(i, Math.min(all.size(), i + size))));
        }
        return versions;
    }

    private List<Evidence> random(Random random, int count) {
        String[] numbers = {NEW, OTHER, OLD};
        return new ArrayList<>(
                IntStream.range(0, count)
                        .mapToObj(i -> {
                            Kind kind = Kind.values()[random.nextInt(4)];
                            String number = numbers[random.nextInt(3)];
                            int hour = random.nextInt(6);
                            boolean isEnrichment = kind == Kind.ENRICHED;
                            return told(
                                    kind,
                                    hour,
                                    number,
                                    isEnrichment && random.nextBoolean()
                                            ? numbers[random.nextInt(3)]
                                            : null,
                                    isEnrichment && random.nextBoolean() ? "crm-" + hour : null);
                        })
                        .toList());
    }

    private Evidence enriched(int hour, String number, @Nullable String old) {
        return enriched(hour, number, old, null);
    }

    private Evidence enriched(
            int hour, String number, @Nullable String old, @Nullable String externalId) {
        return told(Kind.ENRICHED, hour, number, old, externalId);
    }

    private Evidence confirmed(int hour, String number) {
        return told(Kind.CONFIRMED, hour, number, null, null);
    }

    private Evidence flagged(int hour, String number) {
        return told(Kind.FLAGGED, hour, number, null, null);
    }

    private Evidence unflagged(int hour) {
        return told(Kind.UNFLAGGED, hour, NEW, null, null);
    }

    private Evidence told(
            Kind kind, int hour, String number, @Nullable String old, @Nullable String externalId) {
        position++;
        Moment moment = new Moment(DAY.plusSeconds(3600L * hour), position, 0);
        return new Evidence(kind, number, moment, externalId, old);
    }

    private static @Nullable String external(Evidence... told) {
        return Objects.requireNonNull(SelfHealing.of(List.of(told)).get(NEW)).externalId();
    }

    private static List<String> healed(Evidence... told) {
        return SelfHealing.of(List.of(told)).entrySet().stream()
                .map(row -> row.getKey() + " " + text(row.getValue()))
                .toList();
    }

    private static String text(@Nullable Healed healed) {
        if (healed == null) {
            return "gone";
        }
        String text =
                "for %s found %d confirmed %d"
                        .formatted(
                                healed.oldNumber(),
                                hour(healed.enrichedAt()),
                                hour(healed.confirmedAt()));
        Instant flaggedAt = healed.flaggedAt();
        return flaggedAt == null ? text : text + " flagged " + hour(flaggedAt);
    }

    private static long hour(Instant at) {
        return (at.getEpochSecond() - DAY.getEpochSecond()) / 3600;
    }
}
