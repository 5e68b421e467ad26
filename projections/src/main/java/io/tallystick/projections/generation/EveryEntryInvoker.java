package io.tallystick.projections.generation;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequencingPolicy;

/// Lets the tokens of all segments move with every entry, whoever handles it. Axon would store a
/// token only now and then while its segment has nothing to do, and whoever waits for a position
/// waits for the slowest segment. What a segment's policy does not give it is not handled there:
/// that is asked again for each message of a batch.
final class EveryEntryInvoker extends SimpleEventHandlerInvoker {

    EveryEntryInvoker(Object handler, SequencingPolicy<? super EventMessage<?>> policy) {
        // A projection that fails stops where it is and tries again; it never goes on without the
        // entry.
        super(
                builder()
                        .eventHandlers(handler)
                        .sequencingPolicy(policy)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance()));
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
