package io.tallystick.app.matrix;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// A partner or a customer with all that it has.
///
/// @param place where it is seen from the callers
/// @param word part of every text that is its own, and of nothing else
/// @param key of a partner what its customers may know, as its id
/// @param things the ids of what may be asked for
/// @param secrets other bytes that are its own: ids, beginnings of keys, amounts
/// @param event position and ordinal of a usage event
/// @param meter what it has usage of
record House(
        Place place,
        String word,
        String key,
        String id,
        Map<Thing, String> things,
        Set<String> secrets,
        List<String> event,
        String meter) {

    static final List<String> NO_EVENT = List.of("999999999", "0");

    enum Place {
        PARTNER,
        OTHER_PARTNER,
        CUSTOMER,
        SIBLING,
        FOREIGN,
        ABSENT;

        boolean isPartner() {
            return this == PARTNER || this == OTHER_PARTNER;
        }

        /// Whether a caller may see what is there, if it asks in the right partner.
        boolean isVisibleTo(Who who) {
            return switch (this) {
                case CUSTOMER -> true;
                case SIBLING, PARTNER -> who.scope() != Who.Scope.CUSTOMER;
                case OTHER_PARTNER -> who.isOperator();
                case FOREIGN, ABSENT -> false;
            };
        }
    }

    static House absent() {
        String id = UUID.randomUUID().toString();
        var things =
                Map.of(
                        Thing.API_KEY,
                        id,
                        Thing.MEMBER,
                        id,
                        Thing.INVITATION,
                        id,
                        Thing.SUPPORT_TICKET,
                        id,
                        Thing.CLIENT,
                        id,
                        Thing.EMBED_URL,
                        id,
                        Thing.WEBHOOK_ENDPOINT,
                        id,
                        Thing.LOG_ENTRY,
                        "999999999-0");
        return new House(
                Place.ABSENT, "unicorn", "unicorn", id, things, Set.of(), NO_EVENT, "storage_gb");
    }

    House withUsage(List<String> stored, Usage usage) {
        Set<String> all = new HashSet<>(secrets);
        all.addAll(usage.amounts());
        return new House(place, word, key, id, things, all, stored, usage.meter());
    }

    House withFresh(Thing thing, String fresh) {
        Map<Thing, String> all = new EnumMap<>(things);
        all.put(thing, fresh);
        return new House(place, word, key, id, all, secrets, event, meter);
    }

    Stream<String> marks() {
        return Stream.concat(Stream.of(word), secrets.stream());
    }

    /// In the API.
    String path() {
        return "/api/v1/" + (place.isPartner() ? "partners/" : "customers/") + key;
    }
}
