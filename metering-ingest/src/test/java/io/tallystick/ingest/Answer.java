package io.tallystick.ingest;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer of the endpoint, as a client sees it.
record Answer(int status, MockHttpServletResponse response, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(MockHttpServletResponse response) {
        byte[] bytes = response.getContentAsByteArray();
        return new Answer(
                response.getStatus(),
                response,
                JSON.readTree(
                        bytes.length == 0
                                ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                : bytes));
    }

    @Nullable String header(String name) {
        return response.getHeader(name);
    }

    String code() {
        return body.path("code").asString("");
    }

    JsonNode result(int index) {
        return body.get("results").get(index);
    }

    List<String> statuses() {
        return StreamSupport.stream(body.get("results").spliterator(), false)
                .map(result -> result.get("status").asString())
                .toList();
    }

    String errorCode(int index) {
        return result(index).get("error").get("code").asString();
    }

    String pointer(int index) {
        return result(index).get("error").get("pointer").asString();
    }
}
