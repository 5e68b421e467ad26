package io.tallystick.app.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What a customer's phones, messages and files do in a quarter of an hour. The same quarter always
/// brings the same events under the same ids, so a demo that is started again sends only duplicates
/// for the past and goes on where it was.
final class DemoTraffic {

    static final Duration SLOT = Duration.ofMinutes(15);

    private static final int SLOTS_PER_HOUR = 4;
    private static final double QUIET_HOURS = 0.05;
    private static final double WEEKEND = 0.3;
    private static final long GIGABYTE = 1_000_000_000L;
    private static final int SECONDS = (int) SLOT.toSeconds();
    private static final List<String> TEXTS =
            List.of(
                    "Your appointment is tomorrow at 10:30. Reply 1 to confirm.",
                    "Thank you for calling. Your request has been passed on to a colleague.",
                    "Wir haben Ihren Zählerstand erhalten. Vielen Dank! Ihre nächste Abschlagszahlung beträgt 84,50 € und ist am Ersten fällig.",
                    "नमस्ते! तपाईंको उडान भोलि बिहान ६ बजे छ।");

    private DemoTraffic() {}

    /// One event, ready to be sent.
    record Event(
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            Map<String, Object> data) {}

    static Instant slotOf(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), SECONDS) * SECONDS);
    }

    /// The events of the slot that begins at `start`, oldest first.
    static List<Event> of(DemoCustomer customer, Instant start) {
        var random = new SplittableRandom(customer.key().hashCode() * 31L + start.getEpochSecond());
        double load = load(start.atZone(customer.zone()));
        List<Event> events = new ArrayList<>();
        add(
                events,
                count(random, customer.callsPerHour() * load),
                number -> call(customer, start, number, random));
        add(
                events,
                count(random, customer.smsPerHour() * load),
                number -> sms(customer, start, number, random));
        add(
                events,
                count(random, customer.emailsPerHour() * load),
                number -> email(customer, start, number, random));
        events.add(storage(customer, start));
        events.addAll(DemoContacts.of(customer, start));
        events.sort(Comparator.comparing(Event::time));
        return events;
    }

    private static void add(
            List<Event> events, int count, java.util.function.IntFunction<Event> make) {
        for (int number = 0; number < count; number++) {
            events.add(make.apply(number));
        }
    }

    /// Share of the busiest hour: a working day has a morning and an afternoon peak.
    private static double load(ZonedDateTime local) {
        double hour = local.getHour() + local.getMinute() / 60.0;
        double peaks =
                Math.exp(-Math.pow(hour - 10.5, 2) / 4)
                        + 0.8 * Math.exp(-Math.pow(hour - 15, 2) / 5);
        boolean weekend =
                local.getDayOfWeek() == DayOfWeek.SATURDAY
                        || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return Math.max(QUIET_HOURS, Math.min(1, peaks)) * (weekend ? WEEKEND : 1);
    }

    private static int count(SplittableRandom random, double perHour) {
        return (int)
                (perHour / SLOTS_PER_HOUR * (0.6 + 0.8 * random.nextDouble())
                        + random.nextDouble());
    }

    private static Event call(
            DemoCustomer customer, Instant start, int number, SplittableRandom random) {
        boolean answered = random.nextDouble() < 0.86;
        // Durations of calls have a long tail.
        int seconds = answered ? 8 + (int) (-95 * Math.log(1 - random.nextDouble())) : 0;
        String id = id("call", customer, start, number);
        return event(
                id,
                "telephony",
                "voice.call.completed",
                customer,
                start,
                random,
                Map.of(
                        "callId",
                        id,
                        "durationSeconds",
                        seconds,
                        "direction",
                        random.nextInt(3) == 0 ? "out" : "in",
                        "from",
                        phone(random),
                        "to",
                        phone(random),
                        "agent",
                        customer.agents().get(random.nextInt(customer.agents().size())),
                        "answered",
                        answered,
                        "outcome",
                        answered ? "success" : "no_answer"));
    }

    private static Event sms(
            DemoCustomer customer, Instant start, int number, SplittableRandom random) {
        return event(
                id("sms", customer, start, number),
                "messaging",
                "sms.sent",
                customer,
                start,
                random,
                Map.of("text", TEXTS.get(random.nextInt(TEXTS.size())), "to", phone(random)));
    }

    private static Event email(
            DemoCustomer customer, Instant start, int number, SplittableRandom random) {
        return event(
                id("mail", customer, start, number),
                "messaging",
                "email.sent",
                customer,
                start,
                random,
                Map.of("recipients", 1 + random.nextInt(3)));
    }

    /// Files grow by about a tenth of a percent per hour, with a clean-up on Sunday night.
    private static Event storage(DemoCustomer customer, Instant start) {
        long hours = Math.floorMod(start.getEpochSecond() / 3600, 24 * 7);
        long bytes =
                customer.storageGigabytes() * GIGABYTE
                        + customer.storageGigabytes() * hours * GIGABYTE / 1000;
        return new Event(
                id("files", customer, start, 0),
                "files",
                "storage.measured",
                customer.key(),
                start,
                Map.of("bytes", bytes));
    }

    private static Event event(
            String id,
            String source,
            String type,
            DemoCustomer customer,
            Instant start,
            SplittableRandom random,
            Map<String, Object> data) {
        Instant time = start.plusSeconds(random.nextInt(SECONDS));
        return new Event(id, "/demo/" + source, type, customer.key(), time, data);
    }

    private static String id(String kind, DemoCustomer customer, Instant start, int number) {
        return kind + "-" + customer.key() + "-" + start.getEpochSecond() + "-" + number;
    }

    /// 555-01xx is kept free for fiction.
    private static String phone(SplittableRandom random) {
        return "+121255501" + String.format(java.util.Locale.ROOT, "%02d", random.nextInt(100));
    }
}
