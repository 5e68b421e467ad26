package io.tallystick.app.matrix;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The routes that the application has, and the lines that know them.
final class Routes {

    private static final String OURS = "io.tallystick.";

    private Routes() {}

    static Set<String> of(RequestMappingHandlerMapping mapping, boolean api) {
        Set<String> routes = new TreeSet<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (handler.getBeanType().getName().startsWith(OURS)) {
                        add(info, api, routes);
                    }
                });
        return routes;
    }

    static Set<String> known(Collection<Entry> entries) {
        return entries.stream().map(Entry::route).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(RequestMappingInfo info, boolean api, Set<String> routes) {
        for (String path : info.getPatternValues()) {
            if (path.startsWith("/api/") == api) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> routes.add(method + " " + path));
            }
        }
    }
}
