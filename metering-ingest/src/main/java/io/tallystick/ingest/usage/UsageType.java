package io.tallystick.ingest.usage;

import io.tallystick.ingest.cloudevents.EventData;
import io.tallystick.ingest.cloudevents.ItemError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The built-in event types and their rules. Any other type is free.
public enum UsageType {
    VOICE_CALL_COMPLETED("voice.call.completed", new CallCompleted()),
    VOICE_CALL_BLOCKED("voice.call.blocked", new CallBlocked()),
    SMS_SENT("sms.sent", new SmsSent()),
    EMAIL_SENT("email.sent", new EmailSent()),
    STORAGE_MEASURED("storage.measured", new StorageMeasured()),
    STORAGE_CHANGED("storage.changed", new StorageChanged()),
    CONTACT_NUMBER_ENRICHED("contact.number.enriched", new NumberEnriched()),
    CONTACT_NUMBER_FLAGGED("contact.number.flagged", new NumberFlagged()),
    CONTACT_NUMBER_UNFLAGGED("contact.number.unflagged", new NumberFlagged());

    private static final Map<String, UsageType> BY_WIRE_NAME =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    type -> type.wireName, Function.identity()));

    private final String wireName;
    private final Rule rule;

    UsageType(String wireName, Rule rule) {
        this.wireName = wireName;
        this.rule = rule;
    }

    public static Verdict judge(String type, EventData data) {
        UsageType builtIn = BY_WIRE_NAME.get(type);
        if (builtIn == null) {
            return new Verdict.Usage(null, data.raw(), List.of());
        }
        if (data.members() == null) {
            return new Verdict.Invalid(
                    new ItemError("wrong_type", "/data", "The data of " + type + " is an object."));
        }
        return builtIn.rule.judge(new Members(data.raw(), data.members()));
    }
}
