package io.tallystick.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What burning does to lots, whatever they are.
class BurnTest {

    private static final Instant AT = Instant.parse("2026-03-08T12:00:00Z");
    private static final int ROUNDS = 2_000;
    private static final long SEED = 20_260_308;

    private final Random random = new Random(SEED);

    @Test
    void what_is_paid_and_what_is_unpaid_add_up_to_the_amount() {
        for (int round = 0; round < ROUNDS; round++) {
            List<CreditLot> lots = lots();
            BigDecimal amount = amount();

            Burn burn = Burn.of(lots, amount, AT);

            assertThat(burn.paid().add(burn.unpaid())).isEqualByComparingTo(amount);
            if (burn.unpaid().signum() > 0) {
                assertThat(sum(after(lots, burn).stream().filter(lot -> lot.pays(AT)).toList()))
                        .isEqualByComparingTo(BigDecimal.ZERO);
            }
        }
    }

    @Test
    void to_burn_in_parts_is_to_burn_at_once() {
        for (int round = 0; round < ROUNDS; round++) {
            List<CreditLot> lots = lots();
            BigDecimal one = amount();
            BigDecimal other = amount();

            List<CreditLot> atOnce = after(lots, Burn.of(lots, one.add(other), AT));
            List<CreditLot> between = after(lots, Burn.of(lots, one, AT));
            List<CreditLot> inParts = after(between, Burn.of(between, other, AT));

            assertThat(inParts).isEqualTo(atOnce);
        }
    }

    @Test
    void the_order_of_the_lots_makes_no_difference() {
        for (int round = 0; round < ROUNDS; round++) {
            List<CreditLot> lots = lots();
            List<CreditLot> shuffled = new ArrayList<>(lots);
            Collections.shuffle(shuffled, random);
            BigDecimal amount = amount();

            assertThat(Burn.of(shuffled, amount, AT)).isEqualTo(Burn.of(lots, amount, AT));
        }
    }

    @Test
    void more_never_leaves_more() {
        for (int round = 0; round < ROUNDS; round++) {
            List<CreditLot> lots = lots();
            BigDecimal less = amount();
            BigDecimal more = less.add(amount());

            assertThat(sum(after(lots, Burn.of(lots, more, AT))))
                    .isLessThanOrEqualTo(sum(after(lots, Burn.of(lots, less, AT))));
        }
    }

    @Test
    void lots_pay_by_priority_then_by_expiry_then_by_id_and_only_in_their_time() {
        CreditLot never = lot("00", 1, AT, null, 10);
        CreditLot soon = lot("03", 1, AT, AT.plusMillis(1), 10);
        CreditLot also = lot("02", 1, AT, AT.plusMillis(1), 10);
        CreditLot later = lot("01", 2, AT, AT.plusMillis(1), 10);
        CreditLot over = lot("04", 1, AT.minusSeconds(9), AT, 10);
        CreditLot early = lot("05", 1, AT.plusMillis(1), null, 10);
        List<CreditLot> lots = List.of(later, never, soon, also, over, early);

        Burn burn = Burn.of(lots, BigDecimal.valueOf(45), AT);

        assertThat(burn.draws())
                .extracting(draw -> draw.lotId())
                .containsExactly(also.lotId(), soon.lotId(), never.lotId(), later.lotId());
        assertThat(burn.unpaid()).isEqualByComparingTo("5");
        assertThatThrownBy(() -> Burn.of(lots, BigDecimal.valueOf(-1), AT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CreditLot lot(
            String id,
            int priority,
            Instant from,
            @org.jspecify.annotations.Nullable Instant to,
            int left) {
        return new CreditLot(
                UUID.fromString("01900000-0000-7000-8000-0000000000" + id),
                priority,
                from,
                to,
                BigDecimal.valueOf(left));
    }

    private List<CreditLot> lots() {
        List<CreditLot> lots = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            lots.add(
                    new CreditLot(
                            new UUID(random.nextLong(), random.nextLong()),
                            1 + random.nextInt(3),
                            AT.plusSeconds(random.nextInt(20) - 15),
                            random.nextBoolean() ? AT.plusSeconds(random.nextInt(20) - 5) : null,
                            BigDecimal.valueOf(random.nextInt(5_000_000), 6)));
        }
        return lots;
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(9_000_000), 6);
    }

    private static List<CreditLot> after(List<CreditLot> lots, Burn burn) {
        Map<UUID, BigDecimal> drawn = new HashMap<>();
        burn.draws().forEach(draw -> drawn.put(draw.lotId(), draw.amount()));
        return lots.stream()
                .map(lot ->
                        new CreditLot(
                                lot.lotId(),
                                lot.priority(),
                                lot.effectiveAt(),
                                lot.expiresAt(),
                                lot.remaining()
                                        .subtract(
                                                drawn.getOrDefault(lot.lotId(), BigDecimal.ZERO))))
                .toList();
    }

    private static BigDecimal sum(List<CreditLot> lots) {
        return lots.stream().map(CreditLot::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
