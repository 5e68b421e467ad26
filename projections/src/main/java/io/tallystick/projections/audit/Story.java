package io.tallystick.projections.audit;

import io.tallystick.events.access.Tenants;
import io.tallystick.events.audit.LogType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one fact tells, before anybody knows what there was before it.
///
/// @param tenantId whose log it belongs to
/// @param customerId whose log it belongs to as well, null for none
/// @param targetType what kind of thing it is about
/// @param label what the target is called from here on, null where the fact does not say
/// @param values what the target's values are from here on, by name
/// @param ends whether the target is no more
/// @param sentence for a person, made with what the target is called and with its values before
record Story(
        LogType type,
        UUID tenantId,
        @Nullable UUID customerId,
        String targetType,
        String targetId,
        @Nullable String label,
        Map<String, @Nullable Object> values,
        boolean ends,
        Function<Known, String> sentence) {

    /// @param partnerId null for what belongs to the installation and to no partner
    static Story about(
            LogType type,
            @Nullable UUID partnerId,
            @Nullable UUID customerId,
            String targetType,
            Object targetId) {
        return new Story(
                type,
                partnerId == null ? Tenants.INSTALLATION : partnerId,
                customerId,
                targetType,
                targetId.toString(),
                null,
                Map.of(),
                false,
                Known::label);
    }

    Story called(String name) {
        return new Story(
                type, tenantId, customerId, targetType, targetId, name, values, ends, sentence);
    }

    Story ofInstallation() {
        return new Story(
                type,
                Tenants.INSTALLATION,
                customerId,
                targetType,
                targetId,
                label,
                values,
                ends,
                sentence);
    }

    /// In the order in which they are set.
    Story set(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Story(
                type, tenantId, customerId, targetType, targetId, label, more, ends, sentence);
    }

    Story ending() {
        return new Story(
                type, tenantId, customerId, targetType, targetId, label, values, true, sentence);
    }

    Story says(Function<Known, String> told) {
        return new Story(
                type, tenantId, customerId, targetType, targetId, label, values, ends, told);
    }

    Story says(String told) {
        return says(_ -> told);
    }
}
