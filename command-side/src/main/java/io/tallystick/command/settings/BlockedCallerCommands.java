package io.tallystick.command.settings;

import io.tallystick.command.Facts;
import io.tallystick.edge.lookup.BlockedCallers;
import io.tallystick.edge.lookup.BlockedCallers.BlockedCaller;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.lookup.Teams;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.settings.BlockedCallerEvent.CallerBlocked;
import io.tallystick.events.settings.BlockedCallerEvent.CallerUnblocked;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Blocked callers are no aggregates and no section of the settings: a customer may have a hundred
/// thousand, and whether one is blocked is a row that calls are judged by. It is decided behind the
/// lock of the customer.
@Component
class BlockedCallerCommands {

    private static final int BLOCKED_MAX = 100_000;

    private final Teams teams;
    private final BlockedCallers callers;
    private final Facts facts;

    BlockedCallerCommands(Teams teams, BlockedCallers callers, Facts facts) {
        this.teams = teams;
        this.callers = callers;
        this.facts = facts;
    }

    /// To block again is no fault and no fact.
    @CommandHandler
    BlockedCaller decide(BlockCaller command) {
        teams.lock(new Team(command.tenantId(), command.customerId()));
        Optional<BlockedCaller> before =
                callers.find(command.tenantId(), command.customerId(), command.caller().number());
        if (before.isPresent()) {
            return before.get();
        }
        requireRoom(command);
        callers.block(command.tenantId(), command.customerId(), command.caller());
        facts.publish(
                new CallerBlocked(
                        command.caller().blockId(),
                        command.customerId(),
                        command.tenantId(),
                        command.caller().number()),
                command.tenantId());
        return command.caller();
    }

    private void requireRoom(BlockCaller command) {
        if (callers.count(command.tenantId(), command.customerId()) >= BLOCKED_MAX) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "blocked_caller_limit",
                    "The customer has %,d blocked callers. Unblock one first."
                            .formatted(BLOCKED_MAX));
        }
    }

    /// To unblock whoever is not blocked is no fault and no fact.
    @CommandHandler
    void decide(UnblockCaller command) {
        teams.lock(new Team(command.tenantId(), command.customerId()));
        callers.find(command.tenantId(), command.customerId(), command.number())
                .ifPresent(caller -> unblock(command, caller));
    }

    private void unblock(UnblockCaller command, BlockedCaller caller) {
        callers.unblock(command.tenantId(), command.customerId(), caller);
        facts.publish(
                new CallerUnblocked(
                        caller.blockId(),
                        command.customerId(),
                        command.tenantId(),
                        caller.number()),
                command.tenantId());
    }
}
