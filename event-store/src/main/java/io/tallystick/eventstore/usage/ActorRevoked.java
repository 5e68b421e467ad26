package io.tallystick.eventstore.usage;

/// Nothing of the request was stored: whoever sent it was revoked before its rows could get a
/// position.
public final class ActorRevoked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ActorRevoked(String actorId) {
        super("the actor " + actorId + " was revoked");
    }
}
