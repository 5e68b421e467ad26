package io.tallystick.edge.picture;

import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/// A picture that is the body of a request. What it is said to be does not matter, since its first
/// bytes tell; one that is too large is not read to its end.
public final class PictureUpload {

    /// As the forms of pages have it too.
    public static final int BYTES_MAX = 2 * 1024 * 1024;

    private PictureUpload() {}

    /// @throws ApiProblem 413 for more than a picture needs
    public static byte[] read(HttpServletRequest http) throws IOException {
        if (http.getContentLengthLong() > BYTES_MAX) {
            throw tooLarge();
        }
        byte[] bytes = http.getInputStream().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw tooLarge();
        }
        return bytes;
    }

    private static ApiProblem tooLarge() {
        return new ApiProblem(
                HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "A picture has 2 MB at most.");
    }
}
