package io.tallystick.edge.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.problem.ApiProblem;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

/// How much of a body is read.
class PictureUploadTest {

    @Test
    void what_fits_is_read() throws IOException {
        var http = new MockHttpServletRequest();
        http.setContent(new byte[PictureUpload.BYTES_MAX]);

        assertThat(PictureUpload.read(http)).hasSize(PictureUpload.BYTES_MAX);
    }

    @Test
    void a_body_that_says_how_large_it_is_is_refused_unread() {
        var http =
                new MockHttpServletRequest() {
                    @Override
                    public DelegatingServletInputStream getInputStream() {
                        throw new AssertionError("it is read");
                    }
                };
        http.setContent(new byte[PictureUpload.BYTES_MAX + 1]);

        assertThatThrownBy(() -> PictureUpload.read(http))
                .isInstanceOfSatisfying(ApiProblem.class, PictureUploadTest::isTooLarge);
    }

    @Test
    void a_body_that_does_not_is_read_as_far_as_a_picture_goes() {
        var http =
                new MockHttpServletRequest() {
                    @Override
                    public long getContentLengthLong() {
                        return -1;
                    }
                };
        http.setContent(new byte[PictureUpload.BYTES_MAX + 1]);

        assertThatThrownBy(() -> PictureUpload.read(http))
                .isInstanceOfSatisfying(ApiProblem.class, PictureUploadTest::isTooLarge);
    }

    private static void isTooLarge(ApiProblem refused) {
        assertThat(refused.status().value()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("body_too_large");
    }
}
