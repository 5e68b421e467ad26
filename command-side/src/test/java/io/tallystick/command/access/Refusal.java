package io.tallystick.command.access;

import io.tallystick.edge.problem.ApiProblem;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;
import org.springframework.http.HttpStatus;

/// A problem by what programs read of it: status and code.
final class Refusal extends TypeSafeMatcher<ApiProblem> {

    private final HttpStatus status;
    private final String code;

    private Refusal(HttpStatus status, String code) {
        this.status = status;
        this.code = code;
    }

    static Refusal of(HttpStatus status, String code) {
        return new Refusal(status, code);
    }

    @Override
    protected boolean matchesSafely(ApiProblem problem) {
        return problem.status() == status && problem.code().equals(code);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(status + " " + code);
    }
}
