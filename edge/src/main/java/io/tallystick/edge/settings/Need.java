package io.tallystick.edge.settings;

/// What a setting is of use with only.
public sealed interface Need permits Setting, AddOn {

    /// Whether it is on.
    boolean in(CustomerSections all);
}
