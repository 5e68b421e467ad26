package io.tallystick.app.portal;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the links of pages and says what is wrong with what they lead to.
final class Tour {

    private static final int PAGES_MAX = 100;
    private static final int PHONE_WIDTH = 390;

    /// What makes another page of a path; other parameters are filters and places in lists.
    private static final Pattern TAB = Pattern.compile("(?:^|&)(tab=[^&]*)");

    private static final Pattern ID = Pattern.compile("/(?:[0-9]+-[0-9]+|[0-9a-f-]{36}(?=/|$))");

    private static final Page.WaitForFunctionOptions SOON =
            new Page.WaitForFunctionOptions().setTimeout(5_000);

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final URI base;
    private final String customer;
    private final Complaints console = new Complaints();
    private final List<String> found = new ArrayList<>();
    private final Set<URI> paths = new LinkedHashSet<>();

    /// What another has looked at shows little else to the next.
    private final Set<String> looked = new HashSet<>();

    /// @param customer the only one whose pages are looked at
    Tour(URI base, String customer) {
        this.base = base;
        this.customer = customer;
    }

    Set<URI> paths() {
        return paths;
    }

    List<String> complaints() {
        List<String> all = new ArrayList<>(found);
        all.addAll(console.heard());
        return all;
    }

    /// A page that no link leads to.
    void visit(Page page, String path) {
        console.listenTo(page);
        see(page, base.resolve(path));
    }

    /// From the page that is open.
    void walk(Page page) {
        Set<String> known = new HashSet<>();
        Queue<URI> waiting = new ArrayDeque<>();
        add(waiting, known, page.url());
        add(waiting, known, base.resolve("/customers/" + customer).toString());
        for (URI next = waiting.poll(); next != null; next = waiting.poll()) {
            if (known.size() > PAGES_MAX) {
                throw new AssertionError("more than " + PAGES_MAX + " pages: " + known);
            }
            see(page, next);
            for (Object link : links(page)) {
                add(waiting, known, link.toString());
            }
        }
    }

    private void see(Page page, URI address) {
        page.navigate(address.toString());
        paths.add(address);
        URI shown = URI.create(page.url());
        paths.add(shown);
        if (looked.add(kind(shown))) {
            look(page);
        }
    }

    private static List<?> links(Page page) {
        return (List<?>)
                page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.href)");
    }

    private void add(Queue<URI> waiting, Set<String> known, String link) {
        URI target = URI.create(link.replaceFirst("#.*", ""));
        if (isPage(target) && known.add(kind(target))) {
            waiting.add(target);
        }
    }

    private boolean isPage(URI target) {
        String path = target.getPath();
        return base.getAuthority().equals(target.getAuthority())
                && !path.startsWith("/docs")
                && !path.startsWith("/api/")
                && !path.endsWith("/export")
                && (!path.startsWith("/customers/") || path.startsWith("/customers/" + customer));
    }

    /// One of many that look alike is enough.
    private static String kind(URI target) {
        Matcher tab = TAB.matcher(target.getQuery() == null ? "" : target.getQuery());
        return ID.matcher(target.getPath()).replaceAll("/*") + (tab.find() ? tab.group(1) : "");
    }

    private void look(Page page) {
        analyze(page, axe(page), "light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        analyze(page, axe(page).withRules(List.of("color-contrast")), "dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(PHONE_WIDTH, Window.HEIGHT);
        try {
            // A chart takes the new width a moment later.
            page.waitForFunction(
                    "document.documentElement.scrollWidth <= " + PHONE_WIDTH, null, SOON);
        } catch (TimeoutError e) {
            found.add(page.url() + " is wider than a phone");
        }
        page.setViewportSize(Window.WIDTH, Window.HEIGHT);
    }

    /// Hundreds of other customers beside the page are links that are all alike.
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).exclude("#customers");
    }

    private void analyze(Page page, AxeBuilder axe, String light) {
        for (Rule violation : axe.analyze().getViolations()) {
            if (SERIOUS.contains(violation.getImpact())) {
                found.add(
                        page.url()
                                + " in the "
                                + light
                                + ": "
                                + violation.getHelp()
                                + " "
                                + violation.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList());
            }
        }
    }
}
