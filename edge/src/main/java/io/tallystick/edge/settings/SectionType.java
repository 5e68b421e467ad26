package io.tallystick.edge.settings;

import static io.tallystick.edge.settings.Field.colourOrNone;
import static io.tallystick.edge.settings.Field.decimal;
import static io.tallystick.edge.settings.Field.decimalOrNone;
import static io.tallystick.edge.settings.Field.decimals;
import static io.tallystick.edge.settings.Field.emailOrNone;
import static io.tallystick.edge.settings.Field.emails;
import static io.tallystick.edge.settings.Field.flag;
import static io.tallystick.edge.settings.Field.lineOrNone;
import static io.tallystick.edge.settings.Field.names;
import static io.tallystick.edge.settings.Field.oneOf;
import static io.tallystick.edge.settings.Field.paragraphsOrNone;
import static io.tallystick.edge.settings.Field.removable;
import static io.tallystick.edge.settings.Field.whole;
import static io.tallystick.edge.settings.Field.wholeOrNone;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.settings.Section;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The sections: what each is called, what it holds before anybody changed it, who may change it
/// and what may be sent for its fields. In this order they are shown.
public enum SectionType {
    PORTAL(
            "portal",
            new Section.Portal(false, false, false, false, List.of()),
            Owner.CUSTOMER,
            flag("enabled"),
            flag("autoInvite"),
            flag("chatEnabled"),
            flag("documentUpload"),
            names("caseVisibility", 50)),

    BRANDING(
            "branding",
            new Section.Branding(null, null, null, null, null, null, null),
            Owner.CUSTOMER,
            lineOrNone("displayName", 200),
            removable("logo", "A logo is sent by itself: here it can only be removed, with null."),
            colourOrNone("primaryColor"),
            colourOrNone("accentColor"),
            paragraphsOrNone("welcomeMessage", 2_000),
            lineOrNone("senderName", 200),
            emailOrNone("senderAddress")),

    /// API access is on at first: keys have always worked without anybody switching anything.
    FEATURES(
            "features",
            new Section.Features(false, false, false, true, false),
            Owner.PARTNER,
            flag("advancedAnalytics"),
            flag("detailedCallAnalysis"),
            flag("actionPointAnalysis"),
            flag("apiAccess"),
            flag("payPerCall")),
    MENU(
            "menu",
            new Section.Menu(false, false, false, false, false, false),
            Owner.PARTNER,
            flag("knowledgeBase"),
            flag("integration"),
            flag("docsAndMedia"),
            flag("scheduleMeeting"),
            flag("phoneNumbers"),
            flag("apiKeys")),

    /// A unit of everything costs a credit at first, so that nothing is free by an oversight.
    AI_CREDITS(
            "aiCredits",
            new Section.AiCredits(
                    false,
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    false,
                    null,
                    List.of(),
                    List.of(),
                    BigDecimal.ZERO,
                    0),
            Owner.PARTNER,
            flag("enabled"),
            decimal("creditsPerMinute", 1_000_000),
            decimal("creditsPerSmsSegment", 1_000_000),
            decimal("creditsPerEmail", 1_000_000),
            flag("notificationsEnabled"),
            decimalOrNone("lowCreditThreshold", 1_000_000_000),
            decimals("furtherThresholds", 10, 1_000_000_000),
            emails("recipients", 20),
            decimal("overdraft", 1_000_000_000),
            whole("graceSeconds", 0, 3_600)),
    PRICING("pricing", new Section.Pricing(false), Owner.PARTNER, flag("visible")),
    KNOWLEDGE_BASE(
            "knowledgeBase",
            new Section.KnowledgeBase(false, 0),
            Owner.PARTNER,
            flag("enabled"),
            whole("allocatedMb", 0, Integer.MAX_VALUE)),
    TEAM(
            "team",
            new Section.Team(true, null),
            Owner.PARTNER,
            flag("enabled"),
            wholeOrNone("max", 0, 10_000)),
    QUALIFIED_CALLS(
            "qualifiedCalls",
            new Section.QualifiedCalls(60),
            Owner.CUSTOMER,
            whole("thresholdSeconds", 0, 86_400)),
    API_LIMITS(
            "apiLimits",
            new Section.ApiLimits("standard", null),
            Owner.PARTNER,
            oneOf("tier", "standard", "premium", "enterprise"),
            wholeOrNone("requestsPerMinute", 1, 1_000_000)),
    USAGE(
            "usage",
            new Section.Usage(30, 30, LateLimits.DAYS),
            Owner.PARTNER,
            whole("voiceInitialSeconds", 1, 3_600),
            whole("voiceStepSeconds", 1, 3_600),
            whole("lateLimitDays", LateLimits.DAYS_MIN, LateLimits.DAYS_MAX)),
    DEMO(
            "demo",
            new Section.Demo(false, null),
            Owner.PARTNER,
            flag("demo"),
            wholeOrNone("resetEveryHours", 1, 720)),
    ACCOUNT(
            "account",
            new Section.Account("active"),
            Owner.PARTNER,
            oneOf("status", "active", "inactive", "archived"));

    /// Who may change a section.
    public enum Owner {
        /// The customer itself, and those above it.
        CUSTOMER,

        /// Only those above the customer.
        PARTNER
    }

    private final String name;
    private final Section unchanged;
    private final Owner owner;
    private final Fields fields;

    SectionType(String name, Section unchanged, Owner owner, Field... fields) {
        this.name = name;
        this.unchanged = unchanged;
        this.owner = owner;
        this.fields = new Fields(List.of(fields));
    }

    /// As paths, bodies and tables write it.
    public String key() {
        return name;
    }

    /// What holds before anybody changed it.
    public Section unchanged() {
        return unchanged;
    }

    public Owner owner() {
        return owner;
    }

    public List<Field> fields() {
        return fields.all();
    }

    public Class<? extends Section> record() {
        return unchanged.getClass();
    }

    public static Optional<SectionType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name.equals(name)).findFirst();
    }

    public static SectionType of(Section section) {
        return Arrays.stream(values())
                .filter(type -> type.record() == section.getClass())
                .findFirst()
                .orElseThrow();
    }

    /// The section with the fields that were sent in the place of those that it had. All faults are
    /// named at once.
    ///
    /// @throws ApiProblem 400 for fields that are not the section's, and for impossible values
    public Section changed(Section before, JsonNode sent) {
        return SectionJson.read(SectionJson.write(before).setAll(fields.require(sent)), record());
    }
}
