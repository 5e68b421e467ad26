package io.tallystick.edge.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// A refusal that the caller can understand: a status, a code for programs and a sentence for
/// people.
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<FieldError> errors;

    public ApiProblem(HttpStatus status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    public ApiProblem(HttpStatus status, String code, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    /// Foreign and absent are the same to the caller.
    ///
    /// @param what in lower case, its words with underscores between
    public static ApiProblem notFound(String what) {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                what + "_not_found",
                "There is no such " + what.replace('_', ' ') + ".");
    }

    /// @param pointer JSON pointer to the field, or the name of the query parameter
    public static ApiProblem invalid(String pointer, String code, String detail) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "invalid_request",
                detail,
                List.of(new FieldError(pointer, code, detail)));
    }

    /// All faults of a request at once; nothing where there are none.
    public static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            String detail =
                    errors.stream().map(FieldError::detail).collect(Collectors.joining(" "));
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "invalid_request", detail, errors);
        }
    }

    /// Nobody sends with such a key, or nobody any more.
    public static ApiProblem invalidKey() {
        return new ApiProblem(
                HttpStatus.UNAUTHORIZED,
                "invalid_key",
                "The API key is missing, mistyped or revoked.");
    }

    /// The key is sound, but its customer has no API access any more.
    public static ApiProblem apiAccessOff() {
        return new ApiProblem(
                HttpStatus.FORBIDDEN,
                "api_access_disabled",
                "The API access of this customer is switched off.");
    }

    /// The database did not answer; the same request may be sent again.
    public static ApiProblem databaseAway() {
        return new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE, "log_unavailable", "The database is away.");
    }

    /// The address or a parameter holds what none may hold.
    public static ApiProblem rejected() {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "request_rejected",
                "The request holds forbidden characters.");
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /// One of the faults of a request.
    ///
    /// @param pointer JSON pointer to the field, or the name of the query parameter
    /// @param code for programs
    /// @param detail for people
    public record FieldError(String pointer, String code, String detail) {}
}
