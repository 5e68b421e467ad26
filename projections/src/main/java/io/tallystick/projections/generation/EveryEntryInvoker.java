package io.tallystick.projections.generation;

import io.tallystick.projections.Projection;
import io.tallystick.projections.Share;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// Lets the tokens of all segments move with every entry, whoever handles it. Axon would store a
/// token only now and then while its segment has nothing to do, and whoever waits for a position
/// waits for the slowest segment. What a segment's policy does not give it is not handled there:
/// that is asked again for each message of a batch.
final class EveryEntryInvoker extends SimpleEventHandlerInvoker {

    private final Projection projection;

    EveryEntryInvoker(Projection projection, int generation) {
        // A projection that fails stops where it is and tries again; it never goes on without the
        // entry.
        super(
                builder()
                        .eventHandlers(projection.handler(generation))
                        .sequencingPolicy(projection.policy())
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance()));
        this.projection = projection;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        Share.set(CurrentUnitOfWork.get(), segment);
        super.handle(message, segment);
    }

    @Override
    protected boolean sequencingPolicyMatchesSegment(EventMessage<?> message, Segment segment) {
        return projection.concernsEverySegment(message)
                || super.sequencingPolicyMatchesSegment(message, segment);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return true;
    }
}
