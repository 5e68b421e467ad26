package io.tallystick.app.matrix;

import io.tallystick.app.Api;
import io.tallystick.app.People;
import io.tallystick.command.Commands;
import io.tallystick.command.access.AcceptInvitation;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Partners;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/// Puts keys, people and invitations into houses, through the API as an operator.
final class Furniture {

    static final String PASSWORD = People.PASSWORD;

    private final JdbcClient jdbc;
    private final People people;
    private final Commands commands;
    private final Clock clock;

    /// One for everybody, because making it is slow on purpose.
    private final String passwordHash;

    Furniture(
            JdbcClient jdbc,
            People people,
            Commands commands,
            Clock clock,
            PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.people = people;
        this.commands = commands;
        this.clock = clock;
        this.passwordHash = passwords.encode(PASSWORD);
    }

    /// @param base the path of the house
    /// @return with id, prefix and secret
    JsonNode key(Api operator, String base, String name, String permission) {
        Object wanted = Map.of("name", name, "permissions", Set.of(permission));
        return operator.post(base + "/api-keys", wanted).expect(201).json();
    }

    /// As the next command sees them, which no list does at once.
    List<String> activeKeys(House house, String name) {
        return jdbc.sql(
                        """
                        select key_id::text from work.api_key
                        where customer_id = :customer and name = :name and revoked_at is null
                        """)
                .param("customer", UUID.fromString(house.id()))
                .param("name", name)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    String invitation(Api operator, String base, String name) {
        return invite(operator, base, name, "viewer").get("id").asString();
    }

    String member(Api operator, String base, String name, String role) {
        invite(operator, base, name, role);
        var stranger =
                new Caller(Caller.MEMBER, "stranger", name, Partners.DEFAULT, null, Set.of());
        var command =
                AcceptInvitation.of(
                        people.token(email(name)),
                        Ids.next(),
                        name,
                        PASSWORD,
                        _ -> passwordHash,
                        clock.instant());
        Commands.Done<Member> done = commands.send(command, stranger, Ids.next().toString());
        return done.result().memberId().toString();
    }

    String ticket(Api operator, String base, String subject) {
        Object wanted = Map.of("subject", subject, "text", "Help " + subject);
        return operator.post(base + "/support-tickets", wanted)
                .expect(201)
                .json()
                .get("id")
                .asString();
    }

    String client(Api operator, String base, String name) {
        Object wanted = Map.of("name", name, "email", email(name));
        return operator.post(base + "/clients", wanted).expect(201).json().get("id").asString();
    }

    String embedUrl(Api operator, String base, String label) {
        Object wanted = Map.of("kind", "other", "label", label, "scopes", List.of("usage"));
        return operator.post(base + "/embed-urls", wanted).expect(201).json().get("id").asString();
    }

    String webhookEndpoint(Api operator, String base, String description) {
        Object wanted =
                Map.of(
                        "url",
                        "https://hooks.example.com/in",
                        "types",
                        List.of("credits.low"),
                        "description",
                        description);
        return operator.post(base + "/webhook-endpoints", wanted)
                .expect(201)
                .json()
                .get("id")
                .asString();
    }

    /// All but the one that it was furnished with.
    void removeMadeEndpoints(Api operator, House house) {
        String path = house.path() + "/webhook-endpoints";
        for (JsonNode each : operator.get(path).expect(200).json().get("items")) {
            if (!each.get("description").asString("").equals(house.word() + " hook")) {
                operator.delete(path + "/" + each.get("id").asString()).expect(204);
            }
        }
    }

    static String email(String name) {
        return name.toLowerCase(Locale.ROOT) + "@example.com";
    }

    /// Something of the house that a request may use up.
    String fresh(Api operator, House house, Thing thing) {
        String name = house.word() + "-fresh-" + Ids.next();
        String base = house.path();
        return switch (thing) {
            case API_KEY -> key(operator, base, "Fresh", "read").get("id").asString();
            case MEMBER -> member(operator, base, name, "viewer");
            case INVITATION -> invitation(operator, base, name);
            case CLIENT -> client(operator, base, name);
            case EMBED_URL -> embedUrl(operator, base, name);
            case WEBHOOK_ENDPOINT -> webhookEndpoint(operator, base, name);
            // Whoever reads it or writes below it does not use it up.
            case LOG_ENTRY, SUPPORT_TICKET -> house.things().getOrDefault(thing, "");
        };
    }

    private static JsonNode invite(Api operator, String base, String name, String role) {
        Object wanted = Map.of("email", email(name), "role", role);
        return operator.post(base + "/members", wanted).expect(201).json();
    }
}
