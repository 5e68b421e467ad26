package io.tallystick.edge.picture;

import io.tallystick.edge.problem.ApiProblem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Makes avatars and logos of files that somebody sent. A picture is drawn anew from the colours of
/// its points, so nothing else of the file is left: no text, no script, no second format in the
/// same bytes.
@Component
public final class PictureStudio {

    /// Reading a picture takes memory that the sender chooses, up to the limits of [PictureReader].
    private static final int AT_ONCE_MAX = 2;

    private static final Duration TURN_MAX = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);

    /// @throws ApiProblem 400 for what is no picture that we can show, 503 when too many others
    ///   send theirs
    public Png avatar(byte @Nullable [] upload) {
        return make(upload, Format.AVATAR);
    }

    /// @throws ApiProblem likewise
    public Png logo(byte @Nullable [] upload) {
        return make(upload, Format.LOGO);
    }

    private Png make(byte @Nullable [] upload, Format format) {
        if (upload == null || upload.length == 0) {
            throw PictureReader.refusal("picture_missing", "Choose a picture first.");
        }
        takeTurn();
        try {
            return Png.of(png(Canvas.draw(PictureReader.read(upload, format), format)));
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(TURN_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Others are sending their pictures. Try it again.");
    }

    /// In memory: the usual way leaves a file behind while it writes.
    private static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", stream)) {
                throw new IllegalStateException("every Java writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
