package io.tallystick.effects.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.lookup.MailQueue.Due;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.Team;
import io.tallystick.effects.delivery.RetrySchedule;
import io.tallystick.effects.mail.RoughMailServer.Manner;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a mail when the server is as servers are.
class MailDeliveryTest {

    private final Office office = new Office();
    private final RoughMailServer server = new RoughMailServer();

    @AfterEach
    void close() {
        server.close();
        office.close();
    }

    @Test
    void a_mail_leaves_once() {
        UUID mail = office.write("ada@cafe.example");
        MailDelivery sender = office.sender(server.port());

        assertThat(sender.deliverDue()).isEqualTo(1);
        office.waitLongEnough();
        assertThat(sender.deliverDue()).isZero();

        assertThat(server.taken()).hasSize(1);
        assertThat(office.state(mail)).isEqualTo("sent, 1");
    }

    @Test
    void what_cannot_be_delivered_comes_back_to_the_installation() {
        office.write("ada@cafe.example");

        office.sender(server.port()).deliverDue();

        assertThat(server.commands()).contains("MAIL FROM:<usage@tallystick.example>");
        assertThat(server.commands()).contains("RCPT TO:<ada@cafe.example>");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES_THE_SENDER, 550 5.7.1 not from you",
        "REFUSES_THE_RECIPIENT, 550 5.1.1 no such person",
        "REFUSES_THE_TEXT, 554 5.7.1 spam: …"
    })
    void what_is_refused_for_good_is_not_tried_again(Manner manner, String said) {
        UUID mail = office.write("ada@cafe.example");
        server.be(manner);
        MailDelivery sender = office.sender(server.port());

        sender.deliverDue();

        assertThat(office.state(mail)).isEqualTo("failed, 1, " + said);
        server.be(Manner.TAKES);
        office.waitLongEnough();
        assertThat(sender.deliverDue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "IS_BUSY, 451 4.7.1 come again",
        "ASKS_WHO_WE_ARE, 530 5.7.0 authentication required",
        "DROPS_AFTER_THE_TEXT, The connection ended before the mail was taken.",
        "HANGS, The mail server did not answer in time."
    })
    void what_may_pass_is_tried_again_with_the_same_id(Manner manner, String met) throws Exception {
        UUID mail = office.write("ada@cafe.example");
        server.be(manner);
        MailDelivery sender = office.sender(server.port());

        assertThat(sender.deliverDue()).isEqualTo(1);
        assertThat(office.state(mail)).isEqualTo("waiting, 1, " + met);
        // It rests.
        assertThat(sender.deliverDue()).isZero();
        server.be(Manner.TAKES);
        office.waitLongEnough();
        sender.deliverDue();

        assertThat(office.state(mail)).isEqualTo("sent, 2");
        for (String taken : server.taken()) {
            assertThat(Office.read(taken).getMessageID())
                    .isEqualTo("<" + mail + "@tallystick.example>");
        }
    }

    @Test
    void a_server_that_was_away_gets_the_mail_when_it_is_back() {
        UUID mail = office.write("ada@cafe.example");
        int port = server.port();
        server.close();
        MailDelivery sender = office.sender(port);

        sender.deliverDue();
        assertThat(office.state(mail)).isEqualTo("waiting, 1, The mail server cannot be reached.");

        try (var again = new RoughMailServer(port)) {
            office.waitLongEnough();
            sender.deliverDue();
            assertThat(again.taken()).hasSize(1);
        }
        assertThat(office.state(mail)).isEqualTo("sent, 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada cafe",
                "ada,bob@cafe.example",
                "ada;bob@cafe.example",
                "ädä@cafe.example",
                "ada@cafe.example."
            })
    void an_address_that_is_none_is_final(String recipient) {
        UUID mail = office.write(recipient);

        office.sender(server.port()).deliverDue();

        assertThat(office.state(mail))
                .isEqualTo("failed, 1, The address is none that can be written to.");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void nobody_tries_for_ever() {
        UUID mail = office.write("ada@cafe.example");
        server.be(Manner.IS_BUSY);
        MailDelivery sender =
                office.sender(server.port(), RetrySchedule.of(Duration.ZERO, Duration.ZERO));

        assertThat(List.of(sender.deliverDue(), sender.deliverDue(), sender.deliverDue()))
                .containsExactly(1, 1, 1);

        assertThat(office.state(mail)).isEqualTo("failed, 3, 451 4.7.1 come again");
        assertThat(sender.deliverDue()).isZero();
    }

    @Test
    void it_is_tried_for_about_28_hours() {
        Duration all = MailDelivery.RETRIES.rests().stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofHours(27), Duration.ofHours(28));
    }

    /// Killed between the server's answer and the row.
    @Test
    void who_is_killed_after_the_answer_sends_the_same_mail_again() throws Exception {
        UUID mail = office.write("ada@cafe.example");
        List<Due> leased = office.queue().lease(Office.NOW, 1, Duration.ofMinutes(5));
        assertThat(office.post(server.port()).send(leased.getFirst())).isEmpty();
        MailDelivery other = office.sender(server.port());

        assertThat(other.deliverDue()).isZero();
        office.waitLongEnough();
        assertThat(other.deliverDue()).isEqualTo(1);

        assertThat(server.taken()).hasSize(2);
        List<String> ids = new ArrayList<>();
        for (String taken : server.taken()) {
            ids.add(Office.read(taken).getMessageID());
        }
        assertThat(ids).containsOnly("<" + mail + "@tallystick.example>");
        assertThat(office.state(mail)).isEqualTo("sent, 2");
    }

    @Test
    void a_mail_that_ends_its_sender_each_time_is_given_up() {
        UUID mail = office.write("ada@cafe.example");
        for (int i = 0; i < 3; i++) {
            office.queue().lease(Office.NOW, 1, Duration.ZERO);
        }

        office.sender(server.port(), RetrySchedule.of(Duration.ZERO)).deliverDue();

        assertThat(office.state(mail)).startsWith("failed, 4, It was begun as often");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void an_attempt_whose_lease_has_ended_changes_nothing_but_that_it_was_sent() {
        UUID mail = office.write("ada@cafe.example");
        Due slow = office.queue().lease(Office.NOW, 1, Duration.ZERO).getFirst();
        Due next = office.queue().lease(Office.NOW, 1, Duration.ofMinutes(5)).getFirst();

        office.queue().fail(slow, "too late");
        office.queue().retry(slow, Duration.ZERO, "too late");
        assertThat(office.state(mail)).isEqualTo("waiting, 2");
        assertThat(office.queue().lease(Office.NOW, 1, Duration.ZERO)).isEmpty();
        office.queue().fail(next, "refused");
        office.queue().sent(slow);

        assertThat(office.state(mail)).isEqualTo("sent, 2");
    }

    @Test
    void many_senders_send_each_mail_once() throws Exception {
        for (int i = 0; i < 60; i++) {
            office.write("ada-" + i + "@cafe.example");
        }
        Callable<Integer> all =
                () -> {
                    MailDelivery sender = office.sender(server.port());
                    int sent = 0;
                    for (int now = sender.deliverDue(); now > 0; now = sender.deliverDue()) {
                        sent += now;
                    }
                    return sent;
                };

        int sent = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : threads.invokeAll(List.of(all, all, all))) {
                sent += each.get();
            }
        }

        assertThat(sent).isEqualTo(60);
        assertThat(server.taken()).hasSize(60);
        assertThat(office.rows()).extracting(row -> row.get("state")).containsOnly("sent");
    }

    @Test
    void without_a_server_mails_are_kept_and_a_server_that_is_named_later_sends_none() {
        office.closeTheWay();
        UUID mail = office.write("ada@cafe.example");

        assertThat(office.senderWithoutServer().deliverDue()).isZero();
        assertThat(office.sender(server.port()).deliverDue()).isZero();

        assertThat(office.state(mail)).isEqualTo("kept, 0");
    }

    @Test
    void what_waits_goes_on_waiting_where_the_server_is_taken_away() {
        UUID mail = office.write("ada@cafe.example");

        assertThat(office.senderWithoutServer().deliverDue()).isZero();

        assertThat(office.state(mail)).isEqualTo("waiting, 0");
    }

    @Test
    void a_demo_sends_nothing() {
        for (String demo : List.of("true", "false")) {
            UUID customer = UUID.randomUUID();
            office.jdbc()
                    .sql(
                            """
                            insert into work.customer (tenant_id, customer_id, key, time_zone, currency, country)
                            values (:tenant, :customer, :key, 'UTC', 'EUR', 'DE')
                            """)
                    .param("tenant", Partners.DEFAULT)
                    .param("customer", customer)
                    .param("key", demo)
                    .update();
            office.jdbc()
                    .sql(
                            """
                            insert into work.customer_section (tenant_id, customer_id, section, fields)
                            values (:tenant, :customer, 'demo', jsonb_build_object('demo', cast(:demo as boolean)))
                            """)
                    .param("tenant", Partners.DEFAULT)
                    .param("customer", customer)
                    .param("demo", demo)
                    .update();
            UUID mail =
                    office.write(
                            new Team(Partners.DEFAULT, customer),
                            "ada@cafe.example",
                            Office.HERON,
                            Office.BRAND,
                            "Hello",
                            "Hello",
                            Office.NEVER);

            office.sender(server.port()).deliverDue();

            assertThat(office.state(mail)).isEqualTo(demo.equals("true") ? "kept, 0" : "sent, 1");
        }
    }

    @Test
    void a_secret_that_was_ended_is_not_sent() {
        UUID mail = secret();
        office.outbox().purge(Partners.DEFAULT, mail);

        assertThat(office.sender(server.port()).deliverDue()).isZero();
        assertThat(office.state(mail)).isEqualTo("withdrawn, 0");
    }

    @Test
    void a_secret_that_ended_by_itself_is_not_sent_whether_it_was_purged_or_not() {
        UUID mail = secret();
        MailDelivery sender = office.sender(server.port());
        office.jdbc()
                .sql("update work.outbox set secret_until = :now")
                .param("now", Office.NOW.atOffset(ZoneOffset.UTC))
                .update();

        assertThat(sender.deliverDue()).isZero();
        assertThat(office.outbox().purgeEnded(Office.NOW, 10)).isEqualTo(1);
        assertThat(sender.deliverDue()).isZero();
        assertThat(office.state(mail)).isEqualTo("withdrawn, 0");
    }

    /// It had left already when it was ended.
    @Test
    void a_mail_that_is_ended_while_it_is_handed_over_was_sent() {
        UUID mail = secret();
        Due leased = office.queue().lease(Office.NOW, 1, Duration.ofMinutes(5)).getFirst();
        office.outbox().purge(Partners.DEFAULT, mail);
        office.queue().retry(leased, Duration.ZERO, "busy");
        assertThat(office.state(mail)).isEqualTo("withdrawn, 1");

        office.queue().sent(leased);

        assertThat(office.state(mail)).isEqualTo("sent, 1");
    }

    private UUID secret() {
        return office.write(
                "ada@cafe.example",
                Office.HERON,
                Office.BRAND,
                "Come in",
                "https://usage.example.com/invitations/secret",
                Office.NOW.plusSeconds(60));
    }
}
