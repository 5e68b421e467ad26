package io.tallystick.command.credits;

import io.tallystick.command.Commands;
import io.tallystick.command.Commands.Done;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.LogHead;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sends commands about credits. Who lacks them is refused only when the ledger has seen all that
/// was acknowledged before: a grant holds for the next request, on every node.
@Component
public class CreditDesk {

    private static final Duration BEHIND_MAX = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_NANOSECONDS = 5_000_000;

    private final Commands commands;
    private final LogHead head;
    private final JdbcClient jdbc;

    CreditDesk(Commands commands, LogHead head, JdbcClient jdbc) {
        this.commands = commands;
        this.head = head;
        this.jdbc = jdbc;
    }

    /// Who gives credits and takes them is the partner, never the customer itself.
    ///
    /// @throws ApiProblem 403
    public static void requirePartner(Caller caller) {
        caller.require(Permission.ADMIN);
        if (caller.customerScope() != null) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "partner_only",
                    "Only the partner gives and takes credits.");
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <R extends @Nullable Object> Done<R> send(
            Object command, Caller caller, String requestId) {
        try {
            return commands.send(command, caller, requestId);
        } catch (ApiProblem problem) {
            if (!CreditProblem.isShortage(problem) || !awaitLedger()) {
                throw problem;
            }
        }
        return commands.send(command, caller, requestId);
    }

    /// @return whether the ledger has seen the head of the log, as it was when this was called
    private boolean awaitLedger() {
        long target = head.refresh();
        long deadline = System.nanoTime() + BEHIND_MAX.toNanos();
        while (position() < target) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOSECONDS);
        }
        return true;
    }

    private long position() {
        return jdbc.sql("select position from work.log_group where name = :name")
                .param("name", CreditLedger.NAME)
                .query(Long.class)
                .single();
    }
}
