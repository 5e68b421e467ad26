package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.picture.PictureUpload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The logo of a customer: what is taken, what is refused, where it is shown, and that nothing of
/// it is in the log.
@SuppressWarnings("NullAway.Init")
class LogoTest extends RunningApplication {

    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

    @Autowired private JdbcClient jdbc;
    @Autowired private People people;

    private SectionsApi settings;

    @BeforeEach
    void customer() {
        settings = SectionsApi.of(api());
    }

    @Test
    void a_logo_has_an_address_of_its_own_for_good() {
        var saved = put(0, SamplePictures.png(600, 100, 0xFF0000)).expect(200).json();
        String hash = saved.get("logo").asString();

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(saved.get("version").asLong()).isEqualTo(1);
        assertThat(settings.of("branding").get("logo").asString()).isEqualTo(hash);
        var shown = api().get(address(hash)).expect(200).raw().headers();
        assertThat(shown.firstValue("Content-Type")).contains("image/png");
        assertThat(shown.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.firstValue("Cache-Control").orElseThrow())
                .contains("immutable", "private", "max-age=31536000");

        String next =
                put(1, SamplePictures.png(600, 100, 0x00FF00))
                        .expect(200)
                        .json()
                        .get("logo")
                        .asString();

        assertThat(next).isNotEqualTo(hash);
        api().get(address(next)).expect(200);
        api().get(address(hash)).expectProblem(404, "logo_not_found");
    }

    @Test
    void the_log_has_its_hash_and_not_its_points_and_the_same_logo_is_no_fact() {
        byte[] logo = SamplePictures.png(60, 40, 0xFF0000);
        long position = put(0, logo).expect(200).position();
        String hash = settings.of("branding").get("logo").asString();

        assertThat(put(1, logo).expect(200).json().get("version").asLong()).isEqualTo(1);
        assertThat(fact(position)).contains(hash).hasSizeLessThan(1_000);
    }

    @Test
    void a_logo_goes_by_delete_as_by_null() {
        byte[] logo = SamplePictures.png(60, 40, 0xFF0000);
        String hash = put(0, logo).expect(200).json().get("logo").asString();

        assertThat(delete(1).expect(200).json().get("logo").isNull()).isTrue();
        api().get(address(hash)).expectProblem(404, "logo_not_found");
        assertThat(kept()).isZero();
        assertThat(delete(2).expect(200).json().get("version").asLong()).isEqualTo(2);

        put(2, logo).expect(200);
        settings.change("branding", SectionsApi.none("logo")).expect(200);
        assertThat(kept()).isZero();
    }

    @Test
    void what_is_no_picture_is_refused_with_its_code() {
        refuse(text(SVG), "picture_unknown");
        refuse(text("<?xml version='1.0'?>" + SVG), "picture_unknown");
        refuse(text("<script>alert(1)</script>"), "picture_unknown");
        refuse(SamplePictures.bomb(), "picture_too_large");
        refuse(SamplePictures.cutOff(), "picture_unreadable");
        refuse(new byte[0], "picture_missing");
        assertThat(kept()).isZero();
        assertThat(settings.version()).isZero();
    }

    @Test
    void a_file_that_is_too_large_is_not_read() {
        for (int megabytes : List.of(2, 50)) {
            put(0, new byte[megabytes * 1024 * 1024 + 1]).expectProblem(413, "body_too_large");
        }
        refuse(new byte[PictureUpload.BYTES_MAX], "picture_unknown");
    }

    @Test
    void it_is_given_at_the_version_that_there_is() {
        byte[] logo = SamplePictures.png(60, 40, 0xFF0000);
        put(1, logo).expectProblem(409, "settings_changed");
        delete(1).expectProblem(409, "settings_changed");
        api().send("PUT", path(), "image/png", logo).expectProblem(428, "precondition_required");
        api().delete(path()).expectProblem(428, "precondition_required");
    }

    @Test
    void nobody_elses_logo_is_seen_by_its_hash() {
        String hash =
                put(0, SamplePictures.png(61, 41, 0x123456))
                        .expect(200)
                        .json()
                        .get("logo")
                        .asString();
        SectionsApi other = SectionsApi.of(api());
        String secret = other.key("read");

        api().withKey(secret)
                .get(other.path() + "/settings/branding/logo/" + hash + ".png")
                .expectProblem(404, "logo_not_found");
        api().withKey(secret).get(address(hash)).expectProblem(404, "customer_not_found");
        var browser = signedIn("viewer");
        browser.get("/branding/logo/" + hash + ".png").expect(200);
        var stranger = new Browser(api().base());
        stranger.signIn(people.member(api(), other.customer(), "viewer"), People.PASSWORD)
                .location();
        stranger.get("/branding/logo/" + hash + ".png").expect(404);
    }

    @Test
    void a_form_takes_it_and_shows_it_and_takes_it_away() {
        var manager = signedIn("manager");
        String page = "/customers/" + settings.customer() + "/manage";

        var saved =
                manager.upload(
                        page + "?tab=branding",
                        page + "/branding/logo?tab=branding&version=0",
                        "logo.svg",
                        SamplePictures.png(300, 50, 0xFF0000));
        assertThat(saved.location()).isEqualTo(page + "?tab=branding");

        String hash = settings.of("branding").get("logo").asString();
        String source = "/customers/" + settings.customer() + "/logo/" + hash + ".png";
        assertThat(manager.get(page + "?tab=branding").expect(200).body()).contains(source);
        manager.get(source).expect(200);
        var refused =
                manager.upload(
                        page + "?tab=branding",
                        page + "/branding/logo?version=1",
                        "logo.png",
                        text(SVG));
        assertThat(refused.expect(400).body()).contains("A picture is a PNG, JPEG or GIF file.");
        assertThat(
                        manager.upload(
                                        page + "?tab=branding",
                                        page + "/branding/logo?version=1",
                                        "logo.png",
                                        new byte[50 * 1024 * 1024])
                                .expect(413)
                                .body())
                .contains("This is too large");

        manager.submit(
                        page + "?tab=branding",
                        page + "/branding?tab=branding",
                        Map.of("version", "1", "fields", "logo"))
                .location();
        assertThat(settings.of("branding").get("logo").isNull()).isTrue();
    }

    private Browser signedIn(String role) {
        var browser = new Browser(api().base());
        browser.signIn(people.member(api(), settings.customer(), role), People.PASSWORD).location();
        return browser;
    }

    private void refuse(byte[] file, String code) {
        var refused = put(0, file).expectProblem(400, "invalid_request");
        assertThat(SectionsApi.codes(refused)).containsExactly(code);
    }

    private Api.Answer put(long version, byte[] file) {
        return api().send("PUT", path(), "image/png", file, "If-Match", Long.toString(version));
    }

    private Api.Answer delete(long version) {
        return api().delete(path(), "If-Match", Long.toString(version));
    }

    private String path() {
        return settings.path() + "/settings/branding/logo";
    }

    private String address(String hash) {
        return path() + "/" + hash + ".png";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int kept() {
        return jdbc.sql(
                        """
                        select count(*) from work.logo join work.customer using (tenant_id, customer_id)
                        where key = :key
                        """)
                .param("key", settings.customer())
                .query(Integer.class)
                .single();
    }

    private String fact(long position) {
        return jdbc.sql(
                        """
                        select convert_from(payload, 'UTF8') from event_log.entry
                        where position = :position
                        """)
                .param("position", position)
                .query(String.class)
                .single();
    }
}
