package io.tallystick.portal;

import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// A refusal that an API client would get as a problem is a page here: the container asks for the
/// page of the status.
@ControllerAdvice(basePackageClasses = PortalProblems.class)
final class PortalProblems {

    @ExceptionHandler
    void on(ApiProblem problem, HttpServletResponse response) throws IOException {
        response.sendError(problem.status().value(), problem.detail());
    }
}
