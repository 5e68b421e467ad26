package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A customer of its own and what is set for it, as an API client sees it.
record SectionsApi(Api api, String customer) {

    private static final String CUSTOMERS = "/api/v1/customers";

    /// One that may have a portal.
    static SectionsApi of(Api api) {
        return of(api, "post@example.com");
    }

    static SectionsApi of(Api api, @Nullable String email) {
        Map<String, Object> wanted = new HashMap<>();
        String key = "settings-" + UUID.randomUUID();
        wanted.put("key", key);
        wanted.put("name", "Settings");
        if (email != null) {
            wanted.put("email", email);
        }
        api.post(CUSTOMERS, wanted).expect(201);
        return new SectionsApi(api, key);
    }

    String path() {
        return CUSTOMERS + "/" + customer;
    }

    JsonNode all() {
        return api.get(path() + "/settings").expect(200).json();
    }

    JsonNode of(String section) {
        return all().get(section);
    }

    long version() {
        return all().get("version").asLong();
    }

    /// At the version that there is.
    Api.Answer change(String section, Map<String, ?> fields) {
        return change(section, fields, Long.toString(version()));
    }

    Api.Answer change(String section, Map<String, ?> fields, String seen) {
        return api.patch(path() + "/settings/" + section, fields, "If-Match", seen);
    }

    /// As somebody with another key.
    SectionsApi with(String secret) {
        return new SectionsApi(api.withKey(secret), customer);
    }

    String key(String... permissions) {
        return api.post(
                        path() + "/api-keys",
                        Map.of("name", "Test", "permissions", List.of(permissions)))
                .expect(201)
                .json()
                .get("secret")
                .asString();
    }

    static Map<String, @Nullable Object> none(String field) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(field, null);
        return fields;
    }

    static List<String> codes(Api.Answer refused) {
        return refused.json()
                .get("errors")
                .valueStream()
                .map(it -> it.get("code").asString())
                .toList();
    }

    static void assertOff(JsonNode section, String field) {
        assertThat(section.get(field).asBoolean()).as(field).isFalse();
    }
}
