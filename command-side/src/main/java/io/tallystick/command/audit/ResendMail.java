package io.tallystick.command.audit;

import io.tallystick.edge.problem.ApiProblem;
import java.time.Instant;
import java.util.UUID;

/// Whoever runs the installation wants a mail that could not be delivered to be sent again.
///
/// @param at by which secrets of mails end
public record ResendMail(UUID mailId, Instant at) {

    /// @throws ApiProblem 404 for what is no id
    static ResendMail of(String mailId, Instant at) {
        try {
            return new ResendMail(UUID.fromString(mailId), at);
        } catch (IllegalArgumentException noId) {
            throw ApiProblem.notFound("mail");
        }
    }
}
