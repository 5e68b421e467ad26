package io.tallystick.app.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// A customer of the demo and how busy it is.
///
/// @param callsPerHour at the busiest hour of a working day
/// @param storageGigabytes of files a week ago
record DemoCustomer(
        String key,
        String name,
        String timeZone,
        String currency,
        String country,
        int callsPerHour,
        int smsPerHour,
        int emailsPerHour,
        int storageGigabytes,
        List<String> agents) {

    static final String PARTNER_KEY = "demo";
    static final String PARTNER_NAME = "Brightline Voice";

    static final List<DemoCustomer> ALL =
            List.of(
                    new DemoCustomer(
                            "harbor-dental",
                            "Harbor Dental Group",
                            "America/New_York",
                            "USD",
                            "US",
                            90,
                            60,
                            30,
                            42,
                            List.of("Front desk", "Recall", "Billing")),
                    new DemoCustomer(
                            "nordlicht",
                            "Nordlicht Energie",
                            "Europe/Berlin",
                            "EUR",
                            "DE",
                            140,
                            40,
                            80,
                            118,
                            List.of("Hotline", "Meter reading")),
                    new DemoCustomer(
                            "everest-travel",
                            "Everest Travel",
                            "Asia/Kathmandu",
                            "USD",
                            "NP",
                            35,
                            90,
                            20,
                            17,
                            List.of("Booking", "Night line")));

    static final DemoCustomer PAYS_IN_CREDITS = ALL.getLast();

    /// The gift is burned first.
    static final List<Map<String, Object>> GRANTS =
            List.of(
                    Map.of("amount", "1000", "kind", "paid", "note", "Invoice 2026-118"),
                    Map.of(
                            "amount",
                            "20",
                            "kind",
                            "promotional",
                            "priority",
                            10,
                            "note",
                            "Welcome gift"));

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
