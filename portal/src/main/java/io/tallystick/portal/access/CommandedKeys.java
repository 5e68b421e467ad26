package io.tallystick.portal.access;

import io.tallystick.command.Commands;
import io.tallystick.command.access.IssueApiKey;
import io.tallystick.command.access.RevokeApiKey;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.query.access.ApiKeyDirectory;
import io.tallystick.query.access.ApiKeyItem;
import io.tallystick.query.position.ProjectionBehind;
import io.tallystick.query.position.ProjectionWatch;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The same commands and the same query as an API client's.
@Component
final class CommandedKeys implements Keys {

    /// Far more than may be active; older ones are revoked, and the API has them.
    private static final int KEYS_MAX = 100;

    private final ApiKeyDirectory directory;
    private final Commands commands;
    private final ProjectionWatch watch;
    private final Clock clock;

    CommandedKeys(
            ApiKeyDirectory directory, Commands commands, ProjectionWatch watch, Clock clock) {
        this.directory = directory;
        this.commands = commands;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public List<ApiKeyItem> of(KeyOwner owner) {
        return directory.list(owner, null, KEYS_MAX, clock.instant()).items();
    }

    @Override
    public String issue(
            KeyOwner owner,
            @Nullable String name,
            @Nullable Set<String> permissions,
            Caller caller,
            String requestId) {
        IssueApiKey command = IssueApiKey.of(Ids.next(), owner, name, permissions);
        send(command, caller, requestId);
        return command.secret();
    }

    @Override
    public void revoke(KeyOwner owner, String keyId, Caller caller, String requestId) {
        send(RevokeApiKey.of(owner, keyId), caller, requestId);
    }

    /// The page that comes next shows what was done, unless the projection is far behind: then it
    /// is shown a little later.
    private void send(Object command, Caller caller, String requestId) {
        var done = commands.send(command, caller, requestId);
        try {
            watch.await(ApiKeyDirectory.PROJECTION, done.position());
        } catch (ProjectionBehind later) {
            // What was done is done, and the secret must be shown.
        }
    }
}
