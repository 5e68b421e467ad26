package io.tallystick.portal.embed;

import io.tallystick.edge.embed.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The page from which a browser comes.
final class AskingPage {

    private static final String PURPOSE = "Sec-Purpose";

    private AskingPage() {}

    /// @return the origin; null where the browser says nothing, and what is none where it says
    ///   something that is no page's
    static @Nullable String origin(HttpServletRequest request) {
        String said = request.getHeader(HttpHeaders.ORIGIN);
        if (said == null) {
            said = request.getHeader(HttpHeaders.REFERER);
        }
        return said == null ? null : Origin.ofPage(said).orElse(said);
    }

    /// Whether nobody looks at the answer yet: a browser that reads ahead, a program that asks
    /// whether the link is there.
    static boolean isProbe(HttpServletRequest request) {
        return request.getMethod().equals("HEAD")
                || String.valueOf(request.getHeader(PURPOSE)).startsWith("prefetch");
    }
}
