package io.tallystick.app.portal;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a browser says about a page that a person would not see: errors in the console, exceptions,
/// requests that failed.
final class Complaints {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    void listenTo(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                heard.add(page.url() + " " + message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> heard.add(page.url() + " exception: " + error));
        page.onRequestFailed(request -> {
            if (!isAborted(request.failure())) {
                heard.add(request.url() + " failed: " + request.failure());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                heard.add(response.url() + " answered " + response.status());
            }
        });
    }

    /// Complaints that a step is known to cause do not count.
    void duringWhich(Runnable step) {
        List<String> before = List.copyOf(heard);
        step.run();
        heard.retainAll(before);
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    /// Leaving a page ends its stream, and the fetch that was under way.
    private static boolean isAborted(String failure) {
        return failure.contains("ERR_ABORTED");
    }
}
