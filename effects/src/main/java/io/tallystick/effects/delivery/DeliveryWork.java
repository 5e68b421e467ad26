package io.tallystick.effects.delivery;

/// One kind of things that are delivered.
public interface DeliveryWork {

    /// What threads and messages call it.
    String name();

    /// Tries everything that is due, up to a bound of its own. What it takes is leased by the time
    /// of the database, so that no two nodes try the same at once and what a killed node had taken
    /// is tried again.
    ///
    /// @return how many were tried; with 0 the loop rests before it asks again
    int deliverDue();
}
