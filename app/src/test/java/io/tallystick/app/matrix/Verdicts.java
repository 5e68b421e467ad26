package io.tallystick.app.matrix;

import java.util.Optional;

/// What a cell should be answered, and whether it was.
final class Verdicts {

    private Verdicts() {}

    static Verdict of(Entry entry, Cell cell, Who who) {
        if (entry.isApi() && !cell.isNamedBy(who)) {
            // Before anything else is known about the request.
            return who.isOperator() ? Verdict.HIDDEN : Verdict.NAMES_PARTNER;
        }
        return entry.rule().judge(who, cell.isVisibleTo(who));
    }

    /// @return what is wrong with the answer, empty for nothing
    static Optional<String> fault(Entry entry, Who who, Cell cell, Verdict verdict, Answer answer) {
        if (verdict == Verdict.ALLOWED) {
            return allowed(entry, answer);
        }
        if (verdict == Verdict.HIDDEN && entry.isSilent() && cell.isNamedBy(who)) {
            return answer.status() == 200 || answer.code().equals("invalid_events")
                    ? Optional.empty()
                    : Optional.of("should be answered as if nobody was asked for");
        }
        String code = verdict == Verdict.HIDDEN ? cell.notFound(entry, who) : verdict.code();
        return answer.status() == verdict.status() && isCode(entry, code, answer)
                ? Optional.empty()
                : Optional.of("should be " + verdict.status() + " " + code);
    }

    private static Optional<String> allowed(Entry entry, Answer answer) {
        String wanted = entry.answer();
        boolean right =
                wanted == null
                        ? answer.isSuccess()
                        : wanted.equals(answer.code())
                                || wanted.equals(Integer.toString(answer.status()));
        return right
                ? Optional.empty()
                : Optional.of("is allowed and should be " + (wanted == null ? "done" : wanted));
    }

    /// A page tells a person in words.
    private static boolean isCode(Entry entry, String code, Answer answer) {
        return !entry.isApi() || answer.code().equals(code);
    }
}
