package io.tallystick.ingest;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.RecentKeys;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.usage.ActorRevoked;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Whoever is told anything has a key. What stores events proves it in the statement that stores;
/// all else, a duplicate as much as a refusal, is told only to a key that is active still.
@Component
final class KeyProof {

    private final RecentKeys keys;

    KeyProof(RecentKeys keys) {
        this.keys = keys;
    }

    /// Takes a request in.
    interface Taking {
        IngestAnswer take() throws IOException;
    }

    /// @throws ActorRevoked when the key was revoked meanwhile
    /// @throws ApiProblem 403 when the API access of its customer was switched off meanwhile
    IngestAnswer of(Caller caller, Taking taking) throws IOException {
        IngestAnswer answer;
        try {
            answer = taking.take();
        } catch (ActorRevoked inactive) {
            throw why(caller, inactive);
        } catch (CommitUnknown unknown) {
            // Nobody knows whether it stored.
            throw unknown;
        } catch (RuntimeException | IOException refused) {
            requireActive(caller);
            throw refused;
        }
        if (answer.accepted() == 0) {
            requireActive(caller);
        }
        return answer;
    }

    private void requireActive(Caller caller) {
        if (!keys.isActive(caller)) {
            throw why(caller, new ActorRevoked(caller.actorId()));
        }
    }

    /// A key that was let in a moment ago may be revoked since, or its customer without API access.
    private RuntimeException why(Caller caller, ActorRevoked inactive) {
        return keys.lacksAccessOnly(caller) ? ApiProblem.apiAccessOff() : inactive;
    }
}
