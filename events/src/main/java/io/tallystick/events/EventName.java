package io.tallystick.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name under which an event is stored for ever. Java classes may be renamed and moved; this
/// name may not. A change of an event's shape takes the next revision and an upcaster.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    /// `feature.EventName`, unique in the log.
    String value();

    int revision() default 1;
}
