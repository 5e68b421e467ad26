package io.tallystick.command.credits;

import static io.tallystick.command.credits.LedgerLog.TENANT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.command.credits.LedgerLog.Killed;
import io.tallystick.command.credits.ModelWallet.ModelCall;
import io.tallystick.command.credits.ModelWallet.ModelLot;
import io.tallystick.edge.lookup.CreditAudit;
import io.tallystick.events.credits.CreditEvent;
import io.tallystick.events.credits.CreditEvent.CreditHoldExtended;
import io.tallystick.events.credits.CreditEvent.CreditsActivated;
import io.tallystick.events.credits.CreditEvent.CreditsCaptured;
import io.tallystick.events.credits.CreditEvent.CreditsDeducted;
import io.tallystick.events.credits.CreditEvent.CreditsExhausted;
import io.tallystick.events.credits.CreditEvent.CreditsExpired;
import io.tallystick.events.credits.CreditEvent.CreditsGranted;
import io.tallystick.events.credits.CreditEvent.CreditsHeld;
import io.tallystick.events.credits.CreditEvent.CreditsReleased;
import io.tallystick.events.credits.CreditEvent.LowCreditCrossed;
import io.tallystick.events.settings.Section.AiCredits;
import io.tallystick.events.settings.SettingsEvent.AiCreditsChanged;
import io.tallystick.eventstore.DerivedFacts.Derived;
import io.tallystick.eventstore.LogPages.Entry;
import io.tallystick.eventstore.usage.Hash128;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A random walk over everything that can happen to credits, with pages that are rolled back and
/// ledgers that are lost. What the ledger ends with is what a plain model of the same log says, no
/// credit is lost or made, and another run over the log ends with the same rows.
///
/// `-Dtallystick.credits.steps=100000` walks farther, `-Dtallystick.credits.seed=…` walks the same
/// way again.
@Tag("postgres15")
class LedgerWalkTest {

    private static final int STEPS = Integer.getInteger("tallystick.credits.steps", 2_000);
    private static final long SEED =
            Long.getLong("tallystick.credits.seed", System.nanoTime() % 1_000_000);
    private static final int CUSTOMERS = 5;
    private static final Pattern CALL = Pattern.compile("\"callId\":\"([^\"]+)\"");
    private static final List<String> TABLES =
            List.of(
                    "credit_wallet",
                    "credit_lot",
                    "credit_transaction",
                    "credit_price",
                    "credit_increment",
                    "credit_alert",
                    "credit_crossing",
                    "credit_call");

    private final LedgerLog log = new LedgerLog();
    private final Random random = new Random(SEED);
    private final List<UUID> customers = new ArrayList<>();
    private final Map<UUID, AiCredits> settings = new HashMap<>();
    private final List<CreditsGranted> granted = new ArrayList<>();
    private final List<CreditsHeld> open = new ArrayList<>();
    private final List<CreditsHeld> ended = new ArrayList<>();

    /// The test runs beside the database, whose clock is that of the machine.
    private final Instant start =
            log.jdbc()
                    .sql("select clock_timestamp()")
                    .query((row, number) -> row.getTimestamp(1).toInstant())
                    .single();

    private final long startNanos = System.nanoTime();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void the_ledger_ends_where_a_plain_model_does_and_another_run_ends_alike() {
        for (int i = 0; i < CUSTOMERS; i++) {
            UUID customer = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0100L + i);
            customers.add(customer);
            settings.put(customer, off());
            log.customer(customer);
        }
        walk();

        List<Entry> all = log.after(0, Integer.MAX_VALUE);
        Map<UUID, ModelWallet> model = model(all);
        assertWalletsAre(model);
        assertCrossingsAre(model, all);
        assertThat(new CreditAuditOf(log).differences()).as("seed %d", SEED).isEmpty();
        assertAnotherRunEndsAlike(all.getLast().position());
        assertThat(all.stream().filter(entry -> entry.message().getPayload() instanceof UsageChunk))
                .hasSizeGreaterThan(STEPS / 100);
    }

    private void walk() {
        Ledger ledger = log.ledger("work");
        List<Derived> facts = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int kind = random.nextInt(100);
            if (kind < 70) {
                fact().ifPresent(fact -> facts.add(random(fact)));
            } else if (kind < 88) {
                log.append(facts);
                facts.clear();
                log.use(usage());
            } else {
                log.append(facts);
                facts.clear();
                due().forEach(each -> log.append(List.of(each)));
                ledger = step(ledger);
            }
        }
        log.append(facts);
        while (log.step(ledger, 1 + random.nextInt(60), false)) {
            // Up to the head, and to what follows from what follows.
        }
    }

    /// The page may be rolled back after all was written, and the ledger may be a new one.
    private Ledger step(Ledger ledger) {
        boolean killed = random.nextInt(5) == 0;
        try {
            log.step(ledger, 1 + random.nextInt(60), killed);
        } catch (Killed e) {
            ledger.forget();
        }
        return random.nextInt(6) == 0 ? log.ledger("work") : ledger;
    }

    private Derived random(Object fact) {
        return new Derived(new UUID(random.nextLong(), random.nextLong()), fact, TENANT, now());
    }

    private Optional<Object> fact() {
        UUID customer = customers.get(random.nextInt(customers.size()));
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return Optional.ofNullable(
                switch (random.nextInt(12)) {
                    case 0, 1 -> grant(customer, id);
                    case 2, 3 ->
                            new CreditsDeducted(
                                    id, customer, TENANT, amount(3_000_000), "walk", true);
                    case 4, 5, 6 -> hold(customer, id);
                    case 7, 8 -> capture();
                    case 9 -> release();
                    case 10 -> extend();
                    default -> set(customer);
                });
    }

    private CreditsGranted grant(UUID customer, UUID id) {
        Instant from = random.nextInt(4) == 0 ? around(300) : null;
        Instant to = random.nextInt(2) == 0 ? around(400).plusMillis(500) : null;
        var fact =
                new CreditsGranted(
                        id,
                        customer,
                        TENANT,
                        amount(12_000_000),
                        "paid",
                        1 + random.nextInt(3),
                        from,
                        to,
                        null);
        granted.add(fact);
        return fact;
    }

    private CreditsHeld hold(UUID customer, UUID id) {
        var held =
                new CreditsHeld(
                        id, customer, TENANT, "call-" + id, amount(4_000_000), around(1_000));
        open.add(held);
        return held;
    }

    private @Nullable CreditEvent capture() {
        if (open.isEmpty()) {
            return null;
        }
        CreditsHeld held = open.remove(random.nextInt(open.size()));
        ended.add(held);
        BigDecimal amount = held.amount().min(amount(4_000_000));
        return new CreditsCaptured(held.holdId(), held.customerId(), TENANT, held.callId(), amount);
    }

    private @Nullable CreditEvent release() {
        if (open.isEmpty()) {
            return null;
        }
        CreditsHeld held = open.remove(random.nextInt(open.size()));
        ended.add(held);
        return new CreditsReleased(
                held.holdId(), held.customerId(), TENANT, held.callId(), random.nextBoolean());
    }

    private @Nullable CreditEvent extend() {
        return open.isEmpty()
                ? null
                : new CreditHoldExtended(
                        open.getFirst().holdId(),
                        open.getFirst().customerId(),
                        TENANT,
                        open.getFirst().callId(),
                        open.getFirst().amount(),
                        now());
    }

    private AiCreditsChanged set(UUID customer) {
        AiCredits before = requireNonNull(settings.get(customer));
        var after =
                new AiCredits(
                        random.nextInt(8) > 0,
                        amount(2_000_000),
                        amount(500_000),
                        amount(1_000),
                        random.nextInt(5) > 0,
                        random.nextInt(5) == 0 ? null : whole(20),
                        List.of(whole(10), whole(10)),
                        List.of(),
                        BigDecimal.ZERO,
                        0);
        settings.put(customer, after);
        return new AiCreditsChanged(customer, TENANT, before, after);
    }

    private BigDecimal whole(int bound) {
        return BigDecimal.valueOf(random.nextInt(bound));
    }

    private static AiCredits off() {
        BigDecimal one = BigDecimal.ONE;
        return new AiCredits(
                false, one, one, one, false, null, List.of(), List.of(), BigDecimal.ZERO, 0);
    }

    /// What the ledger's group derives from time.
    private List<Derived> due() {
        List<Derived> due = new ArrayList<>();
        Instant now = now();
        for (CreditsGranted lot : granted) {
            if (lot.effectiveAt() != null && !lot.effectiveAt().isAfter(now)) {
                due.add(
                        Derived.of(
                                "begin" + lot.lotId(),
                                new CreditsActivated(lot.lotId(), lot.customerId(), TENANT),
                                TENANT,
                                lot.effectiveAt()));
            }
            if (lot.expiresAt() != null && !lot.expiresAt().isAfter(now)) {
                due.add(
                        Derived.of(
                                "end" + lot.lotId(),
                                new CreditsExpired(lot.lotId(), lot.customerId(), TENANT),
                                TENANT,
                                lot.expiresAt()));
            }
        }
        granted.removeIf(lot -> lot.expiresAt() == null || !lot.expiresAt().isAfter(now));
        return due;
    }

    private List<UsageRow> usage() {
        List<UsageRow> rows = new ArrayList<>();
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            UUID customer = customers.get(random.nextInt(customers.size()));
            String id = "id-" + random.nextLong();
            switch (random.nextInt(4)) {
                case 0 -> rows.add(row(customer, id, "sms.sent", 1 + random.nextInt(5), "{}"));
                case 1 -> rows.add(row(customer, id, "email.sent", 1 + random.nextInt(9), "{}"));
                case 2 -> rows.add(ofCall(id));
                default ->
                        rows.add(
                                row(
                                        customer,
                                        id,
                                        "voice.call.completed",
                                        random.nextInt(300),
                                        "{\"callId\":\"free-" + id + "\"}"));
            }
        }
        return rows;
    }

    /// Of a call for which credits are held, or were.
    private UsageRow ofCall(String id) {
        List<CreditsHeld> of = random.nextBoolean() ? open : ended;
        if (of.isEmpty()) {
            return row(customers.getFirst(), id, "sms.sent", 1, "{}");
        }
        CreditsHeld held = of.get(Math.max(0, of.size() - 1 - random.nextInt(4)));
        return row(
                held.customerId(),
                id,
                "voice.call.completed",
                random.nextInt(200),
                "{\"callId\":\"" + held.callId() + "\"}");
    }

    private UsageRow row(UUID customer, String id, String type, int measure, String data) {
        return new UsageRow(
                TENANT,
                customer,
                type,
                id,
                "walk",
                around(300),
                BigDecimal.valueOf(measure),
                data.getBytes(UTF_8),
                Hash128.of(data));
    }

    private Instant now() {
        return start.plusNanos(System.nanoTime() - startNanos).truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant around(int milliseconds) {
        return now().plusMillis(random.nextInt(milliseconds) - milliseconds / 2);
    }

    private BigDecimal amount(int millionthsMax) {
        return BigDecimal.valueOf(1 + random.nextInt(millionthsMax), 6);
    }

    private static long millionths(BigDecimal amount) {
        return amount.multiply(ModelWallet.MILLION).longValueExact();
    }

    private record Terms(long position, Instant from, AiCredits set) {}

    private Map<UUID, ModelWallet> model(List<Entry> all) {
        Map<UUID, ModelWallet> wallets = new TreeMap<>(Comparator.comparing(UUID::toString));
        customers.forEach(customer -> wallets.put(customer, new ModelWallet()));
        Map<UUID, List<Terms>> terms = new HashMap<>();
        for (Entry entry : all) {
            Instant at = entry.recordedAt();
            switch (entry.message().getPayload()) {
                case AiCreditsChanged changed -> {
                    terms.computeIfAbsent(changed.customerId(), absent -> new ArrayList<>())
                            .addFirst(
                                    new Terms(
                                            entry.position(),
                                            entry.message().getTimestamp(),
                                            changed.after()));
                    requireNonNull(wallets.get(changed.customerId()))
                            .watch(watched(changed.after()), entry.position());
                }
                case UsageChunk chunk -> use(chunk, entry, wallets, terms);
                case CreditEvent event -> {
                    ModelWallet wallet = requireNonNull(wallets.get(event.customerId()));
                    apply(event, wallet, entry.position(), at);
                }
                default -> {
                    // Concerns no wallet.
                }
            }
        }
        return wallets;
    }

    private static void apply(CreditEvent event, ModelWallet wallet, long position, Instant at) {
        switch (event) {
            case CreditsGranted lot ->
                    wallet.grant(
                            new ModelLot(
                                    lot.lotId(),
                                    lot.priority(),
                                    lot.effectiveAt() == null ? at : lot.effectiveAt(),
                                    lot.expiresAt(),
                                    millionths(lot.amount())),
                            at);
            case CreditsActivated activated -> wallet.activate(wallet.lot(activated.lotId()), at);
            case CreditsExpired expired -> wallet.expire(expired.lotId(), position);
            case CreditsDeducted deducted -> {
                wallet.begin(at);
                long before = wallet.settled();
                wallet.burn(millionths(deducted.amount()), at);
                wallet.judge(before, position);
            }
            case CreditsHeld held -> wallet.calls.put(held.callId(), new ModelCall(held.holdId()));
            case CreditsReleased released -> wallet.calls.remove(released.callId());
            case CreditsCaptured captured -> {
                wallet.begin(at);
                long before = wallet.settled();
                wallet.capture(
                        captured.callId(), captured.holdId(), millionths(captured.amount()), at);
                wallet.judge(before, position);
            }
            case CreditHoldExtended _, LowCreditCrossed _, CreditsExhausted _ -> {
                // Spends nothing.
            }
        }
    }

    private void use(
            UsageChunk chunk,
            Entry entry,
            Map<UUID, ModelWallet> wallets,
            Map<UUID, List<Terms>> terms) {
        Map<UUID, List<StoredUsage>> rows = new LinkedHashMap<>();
        log.usage()
                .forEachRow(
                        chunk,
                        row ->
                                rows.computeIfAbsent(row.customerId(), absent -> new ArrayList<>())
                                        .add(row));
        rows.forEach((customer, found) -> {
            ModelWallet wallet = requireNonNull(wallets.get(customer));
            List<StoredUsage> all =
                    found.stream()
                            .filter(row -> price(row, terms) != null || wallet.holds(callId(row)))
                            .toList();
            if (all.isEmpty()) {
                return;
            }
            wallet.begin(entry.recordedAt());
            long before = wallet.settled();
            // Calls with a hold come first; the order of the others makes no difference.
            for (boolean first : new boolean[] {true, false}) {
                for (StoredUsage row : all) {
                    String callId = callId(row);
                    boolean isFirst = callId != null && callId.startsWith("call-");
                    if (isFirst == first) {
                        wallet.row(callId, cost(row, terms), entry.recordedAt());
                    }
                }
            }
            wallet.judge(before, entry.position());
        });
    }

    private static @Nullable String callId(StoredUsage row) {
        var found = CALL.matcher(new String(requireNonNull(row.data()), UTF_8));
        return found.find() ? found.group(1) : null;
    }

    private static long cost(StoredUsage row, Map<UUID, List<Terms>> terms) {
        AiCredits set = price(row, terms);
        return set == null ? 0 : cost(row, set);
    }

    /// @return null where usage was not charged in credits then
    private static @Nullable AiCredits price(StoredUsage row, Map<UUID, List<Terms>> terms) {
        for (Terms known : terms.getOrDefault(row.customerId(), List.of())) {
            if (known.position() < row.ref().position()
                    && !known.from().isAfter(row.occurredAt())) {
                return known.set().enabled() ? known.set() : null;
            }
        }
        return null;
    }

    private static long cost(StoredUsage row, AiCredits set) {
        long measure = requireNonNull(row.measure()).longValueExact();
        return switch (row.type()) {
            case "sms.sent" -> measure * millionths(set.creditsPerSmsSegment());
            case "email.sent" -> measure * millionths(set.creditsPerEmail());
            default -> {
                long billed = Math.max(30, (measure + 29) / 30 * 30);
                yield (billed * millionths(set.creditsPerMinute()) + 30) / 60;
            }
        };
    }

    private static TreeSet<Long> watched(AiCredits set) {
        TreeSet<Long> watched = new TreeSet<>();
        if (set.enabled() && set.notificationsEnabled()) {
            watched.add(-1L);
            if (set.lowCreditThreshold() != null) {
                watched.add(millionths(set.lowCreditThreshold()));
            }
            set.furtherThresholds().forEach(each -> watched.add(millionths(each)));
        }
        return watched;
    }

    private void assertWalletsAre(Map<UUID, ModelWallet> model) {
        List<String> expected = new ArrayList<>();
        model.forEach((customer, wallet) -> {
            expected.add(customer + " " + wallet.settled() + " " + wallet.overage);
            wallet.lots.values().stream()
                    .sorted(Comparator.comparing(lot -> lot.id.toString()))
                    .forEach(lot ->
                            expected.add(
                                    "%s %d %d %s"
                                            .formatted(lot.id, lot.left, lot.expired, lot.state)));
        });
        List<String> found = new ArrayList<>();
        for (UUID customer : model.keySet()) {
            found.addAll(
                    texts(
                            """
                            select customer_id || ' ' || trunc(settled * 1000000) || ' ' || trunc(overage * 1000000)
                            from work.credit_wallet where customer_id = '%s'
                            """
                                    .formatted(customer)));
            found.addAll(
                    texts(
                            """
                            select concat_ws(' ', lot_id, trunc(remaining * 1000000), trunc(expired * 1000000), state)
                            from work.credit_lot where customer_id = '%s' order by lot_id::text collate "C"
                            """
                                    .formatted(customer)));
        }
        assertThat(found).as("seed %d", SEED).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(STEPS / 20);
    }

    private List<String> texts(String sql) {
        return log.jdbc().sql(sql).query((row, number) -> String.valueOf(row.getString(1))).list();
    }

    private void assertCrossingsAre(Map<UUID, ModelWallet> model, List<Entry> all) {
        Map<UUID, List<String>> told = new HashMap<>();
        for (Entry entry : all) {
            switch (entry.message().getPayload()) {
                case LowCreditCrossed crossed ->
                        told.computeIfAbsent(crossed.customerId(), absent -> new ArrayList<>())
                                .add(
                                        crossed.causePosition()
                                                + " "
                                                + millionths(crossed.threshold()));
                case CreditsExhausted exhausted ->
                        told.computeIfAbsent(exhausted.customerId(), absent -> new ArrayList<>())
                                .add(exhausted.causePosition() + " -1");
                default -> {
                    // Tells nothing.
                }
            }
        }
        model.forEach((customer, wallet) ->
                assertThat(told.getOrDefault(customer, List.of()))
                        .as("seed %d", SEED)
                        .containsExactlyInAnyOrderElementsOf(wallet.crossings));
        assertThat(model.values().stream().mapToInt(wallet -> wallet.crossings.size()).sum())
                .isGreaterThan(STEPS / 300);
    }

    private void assertAnotherRunEndsAlike(long head) {
        log.jdbc().sql("create schema shadow").update();
        for (String table : TABLES) {
            log.jdbc()
                    .sql(
                            "create table shadow.%s (like work.%s including all)"
                                    .formatted(table, table))
                    .update();
        }
        log.jdbc()
                .sql(
                        "insert into shadow.credit_wallet (tenant_id, customer_id) select tenant_id, customer_id from work.credit_wallet")
                .update();
        Ledger ledger = log.ledger("shadow");
        long position = 0;
        while (position < head) {
            List<Entry> page = log.after(position, 1 + random.nextInt(200));
            List<Derived> follows = log.inTransaction(() -> ledger.apply(page));
            assertThat(log.append(follows)).as("seed %d", SEED).isEmpty();
            position = page.getLast().position();
        }
        for (String table : TABLES) {
            List<String> found = rows("shadow." + table);
            List<String> wanted = rows("work." + table);
            // Of thousands of rows only those that differ are worth a look.
            assertThat(without(found, wanted)).as("%s, seed %d", table, SEED).isEmpty();
            assertThat(without(wanted, found)).as("%s, seed %d", table, SEED).isEmpty();
            assertThat(found).as("%s, seed %d", table, SEED).hasSameSizeAs(wanted);
        }
    }

    private static List<String> without(List<String> rows, List<String> others) {
        var left = new TreeSet<>(rows);
        left.removeAll(new HashSet<>(others));
        return List.copyOf(left);
    }

    private List<String> rows(String table) {
        return texts("select to_jsonb(t)::text from %s as t order by 1".formatted(table));
    }

    /// The look-up that operators ask, on the connections of the test.
    private record CreditAuditOf(LedgerLog log) {

        List<CreditAudit.Difference> differences() {
            try (var context = new AnnotationConfigApplicationContext()) {
                context.registerBean(JdbcClient.class, log::jdbc);
                context.register(CreditAudit.class);
                context.refresh();
                return context.getBean(CreditAudit.class).differences();
            }
        }
    }
}
