package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Operators cannot lock themselves out. It revokes the key with which all other tests ask, so it
/// has an installation of its own.
class LastOperatorKeyTest {

    private static final String KEYS = "/api/v1/admin/api-keys";
    private static final int ADMINISTRATORS = 12;

    private final TestDatabase database = TestDatabase.with();

    /// One key, and what it is known by.
    private record Key(Api api, String id) {}

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(TallystickApplication.class)
                .run(
                        "--server.port=0",
                        "--TALLYSTICK_DATABASE_URL=" + database.url(),
                        "--TALLYSTICK_ADMIN_KEY=" + RunningApplication.KEY,
                        "--TALLYSTICK_ADMIN_PASSWORD=" + RunningApplication.PASSWORD);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void the_last_key_with_admin_stays_also_when_all_are_revoked_at_once() throws Exception {
        try (var application = start()) {
            int port =
                    application
                            .getEnvironment()
                            .getRequiredProperty("local.server.port", Integer.class);
            Api installed = new Api(port, RunningApplication.KEY);

            staysWhenOthersMayLess(installed);
            List<Key> administrators = administrators(installed);
            Key left = revokeAllAtOnce(administrators);
            goesWhenThereIsAnother(left);
            isNotInstalledAgain(application, installed);
        }
    }

    /// A key that may only read is no way back.
    private static void staysWhenOthersMayLess(Api installed) {
        Key reader = issue(installed, "Reader", "read", "write", "delete");
        String id = installed.get("/api/v1/me").expect(200).json().get("id").asString();

        installed.delete(KEYS + "/" + id).expectProblem(409, "last_operator_key");

        installed.delete(KEYS + "/" + reader.id()).expect(204);
        installed.delete(KEYS + "/" + reader.id()).expect(204);
        installed.get(KEYS).expect(200);
    }

    private static List<Key> administrators(Api installed) {
        List<Key> keys = new ArrayList<>();
        String own = installed.get("/api/v1/me").expect(200).json().get("id").asString();
        keys.add(new Key(installed, own));
        while (keys.size() < ADMINISTRATORS) {
            keys.add(issue(installed, "Administrator", "admin"));
        }
        return keys;
    }

    /// Each revokes itself, so that nobody is refused because another was faster.
    private static Key revokeAllAtOnce(List<Key> keys) throws Exception {
        var go = new CountDownLatch(1);
        List<Future<Api.Answer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Key key : keys) {
                answers.add(
                        threads.submit(() -> {
                            go.await();
                            return key.api().delete(KEYS + "/" + key.id());
                        }));
            }
            go.countDown();
        }
        List<Key> left = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Api.Answer answer = answers.get(i).get();
            if (answer.status() != 204) {
                answer.expectProblem(409, "last_operator_key");
                left.add(keys.get(i));
            }
        }
        assertThat(left).hasSize(1);
        Key last = left.getFirst();
        assertThat(active(last)).containsExactly(last.id());
        return last;
    }

    private static void goesWhenThereIsAnother(Key last) {
        Key next = issue(last.api(), "Successor", "admin");

        next.api().delete(KEYS + "/" + last.id()).expect(204);

        last.api().get(KEYS).expectProblem(401, "invalid_key");
        assertThat(active(next)).containsExactly(next.id());
    }

    /// What was revoked stays so, whatever the environment says at the next start.
    private static void isNotInstalledAgain(
            ConfigurableApplicationContext application, Api installed) {
        installed.get(KEYS).expectProblem(401, "invalid_key");

        application.getBean(Installation.class).run(new DefaultApplicationArguments());

        installed.get(KEYS).expectProblem(401, "invalid_key");
    }

    private static Key issue(Api api, String name, String... permissions) {
        Object wanted = Map.of("name", name, "permissions", List.of(permissions));
        JsonNode issued = api.post(KEYS, wanted).expect(201).json();
        return new Key(api.withKey(issued.get("secret").asString()), issued.get("id").asString());
    }

    /// As everybody sees them once a fact that comes after all others is there.
    private static List<String> active(Key key) {
        Object wanted = Map.of("key", "after-" + key.id(), "name", "After");
        long position = key.api().post("/api/v1/partners", wanted).expect(201).position();
        return key.api()
                .getAfter(position, KEYS)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("revokedAt").isNull())
                .map(item -> item.get("id").asString())
                .toList();
    }
}
