package io.tallystick.app.matrix;

import io.tallystick.app.Api;
import io.tallystick.app.matrix.House.Place;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Builds houses through the API, as an operator.
final class Builder {

    static final String HOME = "home-partner";
    static final String OTHER = "walrus-partner";

    private final Api operator;
    private final Furniture furniture;

    Builder(Api operator, Furniture furniture) {
        this.operator = operator;
        this.furniture = furniture;
    }

    Houses build() {
        return new Houses(
                partner(Place.PARTNER, HOME, "heron"),
                partner(Place.OTHER_PARTNER, OTHER, "walrus"),
                customer(Place.CUSTOMER, HOME, "otter", Usage.CALL),
                customer(Place.SIBLING, HOME, "badger", Usage.MAILS),
                customer(Place.FOREIGN, OTHER, "lemming", Usage.STORAGE),
                House.absent());
    }

    private House partner(Place place, String key, String word) {
        Object wanted = Map.of("key", key, "name", key + " house");
        Api.Answer made = operator.post("/api/v1/partners", wanted).expect(201);
        operator.patch(
                        "/api/v1/partners/" + key + "/settings/storage",
                        Api.JSON.readTree(Bodies.STORAGE),
                        "If-Match",
                        "0")
                .expect(200);
        operator.patch(
                        "/api/v1/partners/" + key + "/settings/sender",
                        Map.of("senderName", "Post"),
                        "If-Match",
                        "1")
                .expect(200);
        return furnish(
                operator,
                made.position(),
                new House(
                        place,
                        word,
                        key,
                        made.json().get("id").asString(),
                        Map.of(),
                        Set.of(),
                        House.NO_EVENT,
                        "calls"));
    }

    private House customer(Place place, String partner, String word, Usage usage) {
        Api api = operator.inPartner(partner);
        Object wanted =
                Map.of(
                        "key",
                        word + "-key",
                        "name",
                        word + " name",
                        "email",
                        word + "@example.com");
        Api.Answer made = api.post("/api/v1/customers", wanted).expect(201);
        String id = made.json().get("id").asString();
        var empty =
                new House(
                        place,
                        word,
                        word + "-key",
                        id,
                        Map.of(),
                        Set.of(id),
                        House.NO_EVENT,
                        usage.meter());
        api.patch(
                        empty.path() + "/settings/apiLimits",
                        Api.JSON.readTree(Bodies.LIMITS),
                        "If-Match",
                        "0")
                .expect(200);
        api.patch(empty.path() + "/settings/portal", Map.of("enabled", true), "If-Match", "1")
                .expect(200);
        return furnish(api, made.position(), empty).withUsage(send(api, usage.event(word)), usage);
    }

    /// @param madeAt where in the log the house began
    private House furnish(Api api, long madeAt, House house) {
        String word = house.word();
        JsonNode key = furniture.key(api, house.path(), word + " key", "read");
        var things =
                Map.of(
                        Thing.API_KEY, key.get("id").asString(),
                        Thing.INVITATION, furniture.invitation(api, house.path(), word + "-guest"),
                        Thing.MEMBER,
                                furniture.member(api, house.path(), word + "-dweller", "viewer"));
        Set<String> secrets = new HashSet<>(house.secrets());
        secrets.addAll(things.values());
        Map<Thing, String> all = new EnumMap<>(things);
        if (house.place().isPartner()) {
            // A partner itself asks nobody, serves nobody and has no portal.
            for (Thing thing :
                    List.of(
                            Thing.SUPPORT_TICKET,
                            Thing.CLIENT,
                            Thing.EMBED_URL,
                            Thing.WEBHOOK_ENDPOINT)) {
                all.put(thing, UUID.randomUUID().toString());
            }
        } else {
            String ticket = furniture.ticket(api, house.path(), word + " ticket");
            all.put(Thing.SUPPORT_TICKET, ticket);
            all.put(Thing.CLIENT, furniture.client(api, house.path(), word + "-client"));
            all.put(Thing.EMBED_URL, furniture.embedUrl(api, house.path(), word + " url"));
            all.put(
                    Thing.WEBHOOK_ENDPOINT,
                    furniture.webhookEndpoint(api, house.path(), word + " hook"));
            secrets.addAll(all.values());
        }
        // It is short and not secret: the same characters may be part of anything.
        all.put(Thing.LOG_ENTRY, madeAt + "-0");
        secrets.add(key.get("prefix").asString());
        return new House(
                house.place(),
                word,
                house.key(),
                house.id(),
                all,
                secrets,
                house.event(),
                house.meter());
    }

    private static List<String> send(Api api, Map<String, Object> event) {
        JsonNode stored =
                Api.JSON
                        .readTree(
                                api.send(
                                                "POST",
                                                "/api/v1/events",
                                                "application/cloudevents-batch+json",
                                                Api.JSON.writeValueAsBytes(List.of(event)))
                                        .expect(200)
                                        .body())
                        .get("results")
                        .get(0);
        return List.of(stored.get("position").asString(), stored.get("ordinal").asString());
    }
}
