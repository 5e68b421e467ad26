package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.openapi.CommittedDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// The document is committed, so that a server need not make it and a review sees what a change
/// means to clients. After a change of an endpoint, write it anew with
///
/// `mvn -pl app -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false
/// -Dtallystick.openapi.write=true`
class OpenApiTest extends RunningApplication {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GENERATED_AT = "/v3/api-docs";
    private static final String BASE = "/api/v1";

    @Autowired private OpenApiWebMvcResource springdoc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void the_committed_document_is_what_the_endpoints_generate() throws Exception {
        String generated = generated();

        if (Boolean.getBoolean("tallystick.openapi.write")) {
            Files.writeString(CommittedDocument.FILE, generated);
        }

        assertThat(Files.readString(CommittedDocument.FILE)).isEqualTo(generated);
    }

    @Test
    void every_endpoint_is_in_the_document_and_nothing_else() {
        assertThat(CommittedDocument.read().operations()).isEqualTo(endpoints());
    }

    @Test
    void every_path_is_in_the_guide() throws Exception {
        String guide = Files.readString(Path.of("../docs/api.md"));

        for (String operation : CommittedDocument.read().operations()) {
            String method = operation.substring(0, operation.indexOf(' '));
            String path = operation.substring(operation.indexOf(' ') + 1 + BASE.length());
            assertThat(guide.lines().filter(line -> line.startsWith("### ")))
                    .as(operation)
                    .anyMatch(heading -> names(heading, method, path));
        }
    }

    @Test
    void everything_that_has_a_name_is_described() {
        List<String> silent = new ArrayList<>();
        for (var place : CommittedDocument.read().places()) {
            boolean isProperty = place.path().matches(".*/properties/[^/]+");
            boolean isParameter = place.node().has("in") && place.node().has("name");
            boolean isSchema = place.path().matches("/components/schemas/[^/]+");
            boolean isAnswer = place.path().matches(".*/responses/[^/]+");
            if ((isProperty || isParameter || isSchema || isAnswer)
                    && place.node().path("description").asString("").isEmpty()) {
                silent.add(place.path());
            }
            if (place.node().has("operationId")
                    && place.node().path("summary").asString("").isEmpty()) {
                silent.add(place.path());
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void a_stranger_may_read_the_document_and_gets_the_committed_one() throws Exception {
        var answer = api().withoutKey().get(BASE + "/openapi.json").expect(200);

        assertThat(answer.raw().headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body()).isEqualTo(Files.readString(CommittedDocument.FILE));
    }

    private String generated() throws Exception {
        var request = new MockHttpServletRequest("GET", GENERATED_AT);
        byte[] json = springdoc.openapiJson(request, GENERATED_AT, Locale.ROOT);
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return JSON.writer().with(printer).writeValueAsString(JSON.readTree(json)) + "\n";
    }

    private Set<String> endpoints() {
        Set<String> endpoints = new TreeSet<>();
        for (var info : mapping.getHandlerMethods().keySet()) {
            for (String path : info.getPatternValues()) {
                if (path.startsWith(BASE + "/")) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        endpoints.add(method + " " + path);
                    }
                }
            }
        }
        return endpoints;
    }

    /// A heading names one or several, as in "### `GET /meters`, `GET /meters/{slug}`".
    private static boolean names(String heading, String method, String path) {
        return heading.contains("`" + method + " " + path + "`")
                || heading.contains("`" + method + " " + path + "?");
    }
}
