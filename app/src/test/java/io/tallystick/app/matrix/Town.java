package io.tallystick.app.matrix;

import io.tallystick.app.Api;
import io.tallystick.app.Browser;
import io.tallystick.app.matrix.Who.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The houses, and everybody who asks for them.
final class Town {

    /// After limits and portal of every customer were set, and two sections of every partner.
    private static final String SETTINGS_VERSION = "2";

    private final Api operator;
    private final Furniture furniture;
    private final Houses houses;
    private final List<KeyAsker> keys = new ArrayList<>();
    private final List<PageAsker> people = new ArrayList<>();

    Town(Api operator, Furniture furniture, String operatorPassword) {
        this.operator = operator;
        this.furniture = furniture;
        this.houses = new Builder(operator, furniture).build();
        Who.keys().forEach(who -> keys.add(key(who)));
        people.add(
                new PageAsker(
                        Who.operator(),
                        new Browser(operator.base()),
                        "operator",
                        operatorPassword));
        Who.members().forEach(who -> people.add(member(who)));
        awaitProjections();
    }

    Houses houses() {
        return houses;
    }

    List<KeyAsker> keys() {
        return keys;
    }

    List<PageAsker> people() {
        return people;
    }

    KeyAsker operator() {
        return keys.stream()
                .filter(key -> key.who().isOperator() && key.who().name().equals("admin"))
                .findFirst()
                .orElseThrow();
    }

    Api stranger() {
        return operator.withoutKey();
    }

    /// The cell with something in it that may be used up.
    Cell fresh(Cell cell, Thing thing) {
        House house = cell.owner();
        if (house == null) {
            return cell;
        }
        House with = house.withFresh(thing, furniture.fresh(in(house), house, thing));
        return cell.with(with);
    }

    /// A customer has only so many keys.
    void revokeMadeKeys(House house) {
        furniture
                .activeKeys(house, Bodies.KEY_NAME)
                .forEach(id -> in(house).delete(house.path() + "/api-keys/" + id).expect(204));
    }

    /// And only so many webhook endpoints.
    void removeMadeEndpoints(House house) {
        if (house.place() != House.Place.ABSENT) {
            furniture.removeMadeEndpoints(in(house), house);
        }
    }

    /// Where the house is found.
    Api in(House house) {
        return switch (house.place()) {
            case CUSTOMER, SIBLING -> operator.inPartner(Builder.HOME);
            case FOREIGN -> operator.inPartner(Builder.OTHER);
            case PARTNER, OTHER_PARTNER, ABSENT -> operator;
        };
    }

    private KeyAsker key(Who who) {
        Api api = who.isOperator() ? operator : in(home(who));
        String base = who.isOperator() ? "/api/v1/admin" : home(who).path();
        String secret = furniture.key(api, base, "Asking", who.name()).get("secret").asString();
        return new KeyAsker(who, operator.withKey(secret), SETTINGS_VERSION);
    }

    private PageAsker member(Who who) {
        House home = home(who);
        String name = home.word() + "-" + who.name().toLowerCase(Locale.ROOT);
        furniture.member(in(home), home.path(), name, who.name());
        return new PageAsker(
                who, new Browser(operator.base()), Furniture.email(name), Furniture.PASSWORD);
    }

    private House home(Who who) {
        return who.scope() == Scope.CUSTOMER ? houses.customer() : houses.partner();
    }

    private void awaitProjections() {
        Object last = Map.of("key", "last-of-the-town", "name", "Last");
        long position = operator.post("/api/v1/partners", last).expect(201).position();
        House own = houses.customer();
        for (String read :
                List.of("", "/api-keys", "/members", "/usage", "/support-tickets", "/system-log")) {
            in(own).getAfter(position, own.path() + read).expect(200);
        }
    }
}
