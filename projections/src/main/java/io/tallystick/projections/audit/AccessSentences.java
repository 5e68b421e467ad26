package io.tallystick.projections.audit;

import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessOutcome;
import io.tallystick.events.audit.LogType;
import java.util.Locale;

/// The one place that tells access records to people, as [Sentences] tells facts: a new outcome
/// does not compile until it has a case in each.
final class AccessSentences {

    private AccessSentences() {}

    static String of(AccessLine line) {
        String what = called(line.target());
        String often = often(line.count().requests());
        return switch (line.outcome()) {
            case READ -> "Read %s: %s.".formatted(often, what);
            case UNAUTHENTICATED ->
                    "Was refused %s for want of a valid key: %s.".formatted(often, what);
            case DENIED -> "Was refused %s for want of a right: %s.".formatted(often, what);
            case NOT_FOUND -> "Asked %s for what was not there: %s.".formatted(often, what);
            case LIMITED -> "Was refused %s for asking too often: %s.".formatted(often, what);
            case SIGN_IN_FAILED -> "Failed %s to sign in: %s.".formatted(often, what);
            case SIGN_IN_LIMITED ->
                    "Was refused %s to sign in for guessing too often: %s.".formatted(often, what);
            case SIGN_IN_DENIED ->
                    "Was refused %s to sign in to a team that is switched off: %s."
                            .formatted(often, what);
        };
    }

    static LogType type(AccessOutcome outcome) {
        return switch (outcome) {
            case READ, UNAUTHENTICATED, DENIED, NOT_FOUND, LIMITED -> LogType.API_CALL;
            case SIGN_IN_FAILED, SIGN_IN_LIMITED, SIGN_IN_DENIED -> LogType.LOGIN;
        };
    }

    /// Named like a fact.
    static String action(AccessOutcome outcome) {
        return switch (outcome) {
            case READ -> "access.Read";
            case UNAUTHENTICATED -> "access.Unauthenticated";
            case DENIED -> "access.Denied";
            case NOT_FOUND -> "access.NotFound";
            case LIMITED -> "access.Limited";
            case SIGN_IN_FAILED -> "access.SignInFailed";
            case SIGN_IN_LIMITED -> "access.SignInLimited";
            case SIGN_IN_DENIED -> "access.SignInDenied";
        };
    }

    /// As entries write it.
    static String outcome(AccessOutcome outcome) {
        return switch (outcome) {
            case READ -> "succeeded";
            case NOT_FOUND, SIGN_IN_FAILED -> "failed";
            case UNAUTHENTICATED, DENIED, LIMITED, SIGN_IN_LIMITED, SIGN_IN_DENIED -> "denied";
        };
    }

    static String called(Target target) {
        String label = target.label();
        return label == null ? target.id() : label;
    }

    /// With commas, so that nobody takes a large number for one of a telephone.
    private static String often(long times) {
        return times == 1 ? "once" : String.format(Locale.ENGLISH, "%,d times", times);
    }
}
