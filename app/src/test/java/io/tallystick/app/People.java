package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.command.Commands;
import io.tallystick.command.access.AcceptInvitation;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Partners;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/// What the mails say, and who follows them.
@TestComponent
public final class People {

    public static final String PASSWORD = "correct horse battery";

    private static final Pattern LINK = Pattern.compile("/invitations/([A-Za-z0-9_-]{43})");

    private static final Pattern EMAIL_LINK = Pattern.compile("/email-changes/[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final Commands commands;
    private final Members members;
    private final PasswordEncoder passwords;
    private final Clock clock;

    People(
            JdbcClient jdbc,
            Commands commands,
            Members members,
            PasswordEncoder passwords,
            Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.members = members;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// The secret of the last invitation.
    public String token(String email) {
        String body =
                jdbc.sql(
                                "select body from work.outbox where recipient = :email order by mail_id desc limit 1")
                        .param("email", email)
                        .query(String.class)
                        .single();
        var link = LINK.matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    /// The link of the last mail about a new address.
    public String emailLink(String email) {
        var link = EMAIL_LINK.matcher(body(email).orElseThrow());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /// Somebody who was invited to a customer, and came.
    ///
    /// @return the e-mail address
    public String member(Api api, String customer, String role) {
        String email = role + "-" + UUID.randomUUID() + "@example.com";
        api.post("/api/v1/customers/" + customer + "/members", Map.of("email", email, "role", role))
                .expect(201);
        accept(email, "A " + role);
        return email;
    }

    Commands.Done<Member> accept(String email, String name) {
        return acceptToken(token(email), name);
    }

    Commands.Done<Member> acceptToken(String token, String name) {
        var stranger =
                new Caller(Caller.MEMBER, "stranger", name, Partners.DEFAULT, null, Set.of());
        return commands.send(
                AcceptInvitation.of(
                        token, Ids.next(), name, PASSWORD, passwords::encode, clock.instant()),
                stranger,
                Ids.next().toString());
    }

    /// What the last mail says, empty once it was forgotten.
    Optional<String> body(String email) {
        return jdbc.sql(
                        "select body from work.outbox where recipient = :email order by mail_id desc limit 1")
                .param("email", email)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    boolean exists(String email) {
        return members.byEmail(email).isPresent();
    }

    String role(String email) {
        return members.byEmail(email).orElseThrow().role().lower();
    }

    UUID id(String email) {
        return members.byEmail(email).orElseThrow().memberId();
    }

    int owners(String customerKey) {
        return jdbc.sql(
                        """
                        select count(*) from work.member join work.customer using (tenant_id, customer_id)
                        where key = :key and role = 'owner'
                        """)
                .param("key", customerKey)
                .query(Integer.class)
                .single();
    }

    List<String> factTenants(long position) {
        return jdbc.sql("select tenant_id::text from event_log.entry where position = :position")
                .param("position", position)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    /// Access records, as the log keeps them.
    List<String> chunks() {
        return jdbc.sql(
                        "select convert_from(metadata, 'UTF8') from event_log.entry where kind = 'access_chunk'")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
