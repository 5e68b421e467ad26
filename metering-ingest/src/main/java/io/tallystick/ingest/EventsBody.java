package io.tallystick.ingest;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.ingest.cloudevents.BodyShape;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// The body of an ingest request: its bytes, inflated and within bounds, and what they should hold.
record EventsBody(byte[] bytes, BodyShape shape) {

    static final int BYTES_MAX = 5_000_000;

    /// A server that closes while the client still sends makes the client see a broken connection
    /// instead of the answer. So the rest is read and thrown away, up to here.
    private static final int DISCARDED_BYTES_MAX = 50_000_000;

    static EventsBody read(HttpServletRequest request) throws IOException {
        BodyShape shape = shape(request.getContentType());
        boolean zipped = isZipped(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        byte[] sent = sent(request.getInputStream());
        return new EventsBody(zipped ? Gunzip.inflate(sent, BYTES_MAX) : sent, shape);
    }

    private static BodyShape shape(@Nullable String contentType) {
        MediaType type = mediaType(contentType);
        boolean isUtf8 =
                type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
        String name = isUtf8 ? type.getType() + "/" + type.getSubtype() : "";
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "application/cloudevents+json" -> BodyShape.ONE;
            case "application/cloudevents-batch+json" -> BodyShape.BATCH;
            case "application/json" -> BodyShape.ONE_OR_BATCH;
            default -> throw unsupportedType();
        };
    }

    private static MediaType mediaType(@Nullable String contentType) {
        try {
            return MediaType.parseMediaType(Objects.requireNonNullElse(contentType, ""));
        } catch (InvalidMediaTypeException e) {
            throw unsupportedType();
        }
    }

    private static ApiProblem unsupportedType() {
        return new ApiProblem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "Send application/cloudevents+json, application/cloudevents-batch+json or application/json in UTF-8.");
    }

    private static boolean isZipped(@Nullable String contentEncoding) {
        return switch (Objects.requireNonNullElse(contentEncoding, "identity")
                .strip()
                .toLowerCase(Locale.ROOT)) {
            case "identity", "" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                    throw new ApiProblem(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported_content_encoding",
                            "Send the body plain or with Content-Encoding: gzip.");
        };
    }

    private static byte[] sent(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            in.skip(DISCARDED_BYTES_MAX);
            throw new BodyTooLarge();
        }
        return bytes;
    }
}
