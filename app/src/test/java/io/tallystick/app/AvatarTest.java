package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The picture of a member: who sees it, what is refused, and that nothing of it is in the log.
@SuppressWarnings("NullAway.Init")
class AvatarTest extends RunningApplication {

    private static final int MEGABYTE = 1 << 20;

    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    private String customer;
    private String email;
    private Browser browser;

    @BeforeEach
    void sign_in() {
        customer = "avatars-" + UUID.randomUUID();
        api().post("/api/v1/customers", Map.of("key", customer, "name", "Avatars")).expect(201);
        email = member();
        browser = new Browser(api().base());
        browser.signIn(email, People.PASSWORD).location();
    }

    @Test
    void a_picture_is_shown_to_its_owner_from_the_next_page_on() {
        browser.get("/avatar").expect(404);
        assertThat(browser.get("/profile").body()).doesNotContain("src=\"/avatar");

        assertThat(send(picture(0xFF0000)).location()).isEqualTo("/profile?saved");

        assertThat(browser.get("/profile").body()).contains("src=\"/avatar");
        assertThat(browser.get("/customers/" + customer).body()).contains("src=\"/avatar");
        var shown = browser.get("/avatar").expect(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Cache-Control")).contains("private", "no-cache");
        browser.getAgain("/avatar", shown.header("ETag")).expect(304);

        send(picture(0x00FF00)).location();
        var next = browser.getAgain("/avatar", shown.header("ETag")).expect(200);
        assertThat(next.header("ETag")).isNotEqualTo(shown.header("ETag"));
    }

    @Test
    void nobody_else_sees_it() {
        send(picture(0xFF0000)).location();
        var other = new Browser(api().base());
        other.signIn(member(), People.PASSWORD).location();
        var operator = new Browser(api().base());
        operator.signIn("operator", PASSWORD).location();

        other.get("/avatar").expect(404);
        operator.get("/avatar").expect(404);
        operator.get("/").expect(200);
        assertThat(new Browser(api().base()).get("/avatar").location()).isEqualTo("/login");
        assertThat(operator.upload("/", "/profile/avatar", "a.png", picture(0)).status())
                .isEqualTo(404);
    }

    @Test
    void the_log_says_that_it_changed_and_never_how_it_looks() {
        send(picture(0xFF0000)).location();
        send(picture(0xFF0000)).location();
        remove().location();
        remove().location();

        var facts =
                jdbc.sql(
                                """
                                select convert_from(payload, 'UTF8')::jsonb ->> 'sha256' from event_log.entry
                                where type = 'access.MemberAvatarChanged'
                                  and convert_from(payload, 'UTF8')::jsonb ->> 'memberId' = :member
                                order by position
                                """)
                        .param("member", people.id(email).toString())
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .list();
        assertThat(facts).hasSize(2);
        assertThat(facts.getFirst()).matches("[0-9a-f]{64}");
        assertThat(facts.getLast()).isEqualTo("null");
        browser.get("/avatar").expect(404);
    }

    @Test
    void it_goes_with_its_member() {
        send(picture(0xFF0000)).location();
        UUID member = people.id(email);
        assertThat(kept(member)).isOne();

        api().delete("/api/v1/customers/" + customer + "/members/" + member).expect(204);

        assertThat(kept(member)).isZero();
        assertThat(browser.get("/avatar").location()).isEqualTo("/login");
    }

    @Test
    void what_is_no_picture_is_told_on_the_page() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        refuse(svg.getBytes(StandardCharsets.UTF_8), "A picture is a PNG, JPEG or GIF file.");
        refuse("hello".getBytes(StandardCharsets.UTF_8), "A picture is a PNG, JPEG or GIF file.");
        refuse(SamplePictures.bomb(), "4096 points a side at most");
        refuse(SamplePictures.cutOff(), "damaged or not complete");
        refuse(new byte[0], "Choose a picture first.");
        assertThat(
                        browser.submit("/profile", "/profile/avatar", Map.of("picture", "text"))
                                .expect(400)
                                .body())
                .contains("Choose a picture first.");
        browser.get("/avatar").expect(404);
    }

    @Test
    void a_file_that_is_too_large_is_told_so_and_the_session_goes_on() {
        for (int megabytes : new int[] {2, 3, 50}) {
            var answer = send(new byte[megabytes * MEGABYTE + 1]);
            assertThat(answer.expect(413).body()).contains("This is too large", "2 MB at most");
        }
        refuse(new byte[2 * MEGABYTE], "A picture is a PNG, JPEG or GIF file.");
        browser.get("/profile").expect(200);
    }

    @Test
    void a_form_that_nobody_can_read_is_refused() {
        String type = "multipart/form-data; boundary=x";
        String part =
                "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a\"\r\n\r\n";

        stream(type, part + "a".repeat(3 * MEGABYTE)).expect(413);
        stream(type, (part + "a\r\n").repeat(1000)).expect(413);
        stream(type, part).expect(400);
        stream("multipart/form-data", part).expect(400);
        stream(type, "").expect(403);
        browser.get("/profile").expect(200);
    }

    @Test
    void another_site_sends_no_picture() {
        browser.uploadFromElsewhere("/profile/avatar", picture(0xFF0000)).expect(403);
        browser.post("/profile/avatar/remove", Map.of()).expect(403);
        browser.get("/avatar").expect(404);
    }

    private Browser.Page stream(String type, String body) {
        return browser.stream("/profile/avatar", type, body.getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(byte[] file, String why) {
        assertThat(send(file).expect(400).body()).contains("role=\"alert\"", why);
    }

    private Browser.Page send(byte[] file) {
        return browser.upload("/profile", "/profile/avatar", "picture.png", file);
    }

    private Browser.Page remove() {
        return browser.submit("/profile", "/profile/avatar/remove", Map.of());
    }

    private int kept(UUID member) {
        return jdbc.sql("select count(*) from work.avatar where member_id = :member")
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    private static byte[] picture(int rgb) {
        return SamplePictures.png(40, 30, rgb);
    }

    private String member() {
        return people.member(api(), customer, "viewer");
    }
}
