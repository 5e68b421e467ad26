package io.tallystick.effects.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/// Reads so much of an answer as a receiver may want to say, and keeps the beginning.
final class AnswerBody {

    static final int READ_BYTES_MAX = 64 * 1024;
    static final int KEPT_BYTES_MAX = 1024;

    private static final int AT_ONCE = 8 * 1024;

    private AnswerBody() {}

    /// What breaks on the way is left out: the status was there before.
    ///
    /// @return at most as many characters as bytes are kept, without those that no table holds
    static String read(@Nullable HttpEntity entity) {
        if (entity == null) {
            return "";
        }
        byte[] kept = new byte[KEPT_BYTES_MAX];
        int known = 0;
        try {
            InputStream body = entity.getContent();
            byte[] part = new byte[AT_ONCE];
            int total = 0;
            for (int read = body.read(part);
                    read >= 0 && total < READ_BYTES_MAX;
                    read = body.read(part)) {
                int more = Math.min(read, KEPT_BYTES_MAX - known);
                System.arraycopy(part, 0, kept, known, more);
                known += more;
                total += read;
            }
        } catch (IOException broken) {
            // The receiver has said all that counts.
        }
        return new String(kept, 0, known, StandardCharsets.UTF_8).replace('\0', '\ufffd');
    }
}
