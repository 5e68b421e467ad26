package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.picture.Png;
import io.tallystick.edge.problem.ApiProblem;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Logos by what they are. Another logo has another address, so that a browser may keep each for
/// good. People of a customer see its own and its partner's.
@Component
public final class ShownLogos {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final WorkRead reads;

    ShownLogos(WorkRead reads) {
        this.reads = reads;
    }

    /// @throws ApiProblem 404 for what is foreign, as for what is not there or was replaced
    public ResponseEntity<byte[]> answer(Sight sight, String sha256) {
        Png logo = of(sight, sha256);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(FOR_GOOD)
                .body(logo.bytes());
    }

    private Png of(Sight sight, String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw ApiProblem.notFound("logo");
        }
        return reads.read(
                        sight,
                        jdbc ->
                                jdbc.sql(
                                                """
                                                select png, sha256 from work.logo
                                                where tenant_id = :tenant and sha256 = :sha256 limit 1
                                                """)
                                        .param("tenant", sight.tenantId())
                                        .param("sha256", sha256)
                                        .query((row, number) ->
                                                new Png(
                                                        row.getBytes("png"),
                                                        row.getString("sha256")))
                                        .optional())
                .orElseThrow(() -> ApiProblem.notFound("logo"));
    }
}
