package io.tallystick.bench.server;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The credits of the customers of a benchmark.
public final class Credits implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CUSTOMERS = "/api/v1/customers";

    /// More than any run burns.
    private static final long PLENTY = 1_000_000_000;

    private final HttpConnection http;
    private boolean on;
    private boolean granted;

    public Credits(Server server) throws IOException {
        this.http = new HttpConnection(server.port());
    }

    /// For every customer, at a credit a minute.
    public void switchAll(boolean wanted) throws IOException {
        if (wanted == on) {
            return;
        }
        for (int number = 0; number < Api.CUSTOMERS; number++) {
            String customer = Api.customer(number);
            set(customer, "{\"enabled\":" + wanted + "}");
            if (wanted && !granted) {
                grant(customer, PLENTY);
            }
        }
        granted |= wanted;
        on = wanted;
    }

    /// Somebody who is told when its credits run low.
    public void createWatched(String customer, long threshold) throws IOException {
        http.post(CUSTOMERS, "{\"key\":\"%s\",\"name\":\"Alerted\"}".formatted(customer)).orFail();
        set(
                customer,
                "{\"enabled\":true,\"notificationsEnabled\":true,\"lowCreditThreshold\":\"%d\"}"
                        .formatted(threshold));
    }

    /// The position of the fact.
    public long grant(String customer, long amount) throws IOException {
        return http.post(path(customer) + "/credits/grants", "{\"amount\":\"" + amount + "\"}")
                .orFail()
                .position();
    }

    /// The position of the newest alert, 0 where there is none.
    public long newestAlert(String customer) throws IOException {
        JsonNode alerts = json(http.get(path(customer) + "/credits/alerts?limit=1"));
        return alerts.get("items").isEmpty()
                ? 0
                : alerts.get("items").get(0).get("position").asLong();
    }

    /// The server gives a waiting read five seconds; who is further behind is asked again.
    public void awaitLedger(long position) throws IOException {
        String wait = "Tallystick-Wait-For: " + position + "\r\n";
        HttpAnswer answer = http.get(path(Api.customer(0)) + "/credits", wait);
        while (answer.status() == 503) {
            answer = http.get(path(Api.customer(0)) + "/credits", wait);
        }
        answer.orFail();
    }

    private void set(String customer, String fields) throws IOException {
        JsonNode before = json(http.get(path(customer) + "/settings"));
        http.send(
                        "PATCH",
                        path(customer) + "/settings/aiCredits",
                        fields,
                        "If-Match: " + before.get("version").asString() + "\r\n")
                .orFail();
    }

    private static String path(String customer) {
        return CUSTOMERS + "/" + customer;
    }

    private static JsonNode json(HttpAnswer answer) {
        return JSON.readTree(answer.orFail().body());
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
