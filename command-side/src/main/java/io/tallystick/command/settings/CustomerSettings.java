package io.tallystick.command.settings;

import io.tallystick.edge.limit.ApiLimits;
import io.tallystick.edge.limit.ApiTier;
import io.tallystick.edge.lookup.CustomerLimits;
import io.tallystick.edge.lookup.TeamSettings;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.settings.SettingsEvent;
import io.tallystick.events.settings.SettingsEvent.ApiLimitsChanged;
import io.tallystick.events.settings.SettingsEvent.TeamChanged;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.http.HttpStatus;

/// What is set for a customer. Its version counts the changes of all sections; it begins to be with
/// the first of them.
@Aggregate(type = "CustomerSettings")
@SuppressWarnings("NullAway.Init")
class CustomerSettings {

    private static final ApiLimits UNCHANGED = new ApiLimits(0, ApiTier.STANDARD, null);

    @AggregateIdentifier private String settingsId;
    private ApiLimits apiLimits = UNCHANGED;
    private TeamSettings team = TeamSettings.UNCHANGED;

    /// The team's settings at a version of all.
    record Saved(long version, TeamSettings team) {}

    CustomerSettings() {}

    /// Of a customer; its id alone is the stream of the customer itself.
    static String idOf(UUID customerId) {
        return "settings/" + customerId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ApiLimits decide(ChangeApiLimits command, CustomerLimits limits) {
        requireVersion(command.version());
        ApiLimits changed = ApiLimitsRule.changed(apiLimits, command);
        if (isSame(changed)) {
            settingsId = command.settingsId();
            return apiLimits;
        }
        limits.update(command.tenantId(), command.customerId(), changed);
        AggregateLifecycle.apply(
                new ApiLimitsChanged(
                        command.customerId(),
                        command.tenantId(),
                        changed.tier().lower(),
                        changed.agreedPerMinute()));
        return changed;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Saved decide(ChangeTeam command, Teams teams) {
        requireVersion(command.version());
        TeamSettings changed = TeamRule.changed(team, command);
        if (changed.equals(team)) {
            settingsId = command.settingsId();
            return new Saved(version(), team);
        }
        long next = version() + 1;
        teams.update(command.tenantId(), command.customerId(), next, changed);
        AggregateLifecycle.apply(
                new TeamChanged(
                        command.customerId(),
                        command.tenantId(),
                        changed.enabled(),
                        changed.max()));
        return new Saved(next, changed);
    }

    private long version() {
        return apiLimits.version();
    }

    private void requireVersion(long seen) {
        if (seen != version()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "settings_changed",
                    "The settings are at version " + version() + ". Read them again.");
        }
    }

    private boolean isSame(ApiLimits changed) {
        return changed.tier() == apiLimits.tier()
                && changed.requestsPerMinute() == apiLimits.requestsPerMinute();
    }

    @EventSourcingHandler
    void evolve(SettingsEvent event) {
        switch (event) {
            case ApiLimitsChanged(var customerId, _, var tier, var requestsPerMinute) -> {
                settingsId = idOf(customerId);
                apiLimits = new ApiLimits(version() + 1, ApiTier.named(tier), requestsPerMinute);
            }
            case TeamChanged(var customerId, _, var enabled, var max) -> {
                settingsId = idOf(customerId);
                team = new TeamSettings(enabled, max);
                apiLimits =
                        new ApiLimits(version() + 1, apiLimits.tier(), apiLimits.agreedPerMinute());
            }
        }
    }
}
