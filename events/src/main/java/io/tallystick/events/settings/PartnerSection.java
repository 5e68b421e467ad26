package io.tallystick.events.settings;

import org.jspecify.annotations.Nullable;

/// What is set for a partner, one record for each section, with all values that it has.
public sealed interface PartnerSection {

    /// How the partner looks to its customers, where they have nothing of their own.
    ///
    /// @param displayName what its customers' people read as its name, 200 characters at most
    /// @param logo the SHA-256 of a picture, null for none. A picture is sent by itself, and here
    ///   null only, which removes it
    /// @param primaryColor as `#rrggbb`, null for ours
    /// @param accentColor as `#rrggbb`, null for ours
    /// @param welcomeMessage a text without markup, 2,000 characters at most
    record Branding(
            @Nullable String displayName,
            @Nullable String logo,
            @Nullable String primaryColor,
            @Nullable String accentColor,
            @Nullable String welcomeMessage)
            implements PartnerSection {

        public Branding withLogo(String sha256) {
            return new Branding(displayName, sha256, primaryColor, accentColor, welcomeMessage);
        }
    }

    /// Whom mails to its customers' people come from, where the customers say nothing themselves.
    ///
    /// @param senderName what mails say they come from, 200 characters at most
    /// @param senderAddress where answers to mails go
    record Sender(@Nullable String senderName, @Nullable String senderAddress)
            implements PartnerSection {}

    /// What the partner may give to its customers beside the product itself. What it may not give
    /// any more, customers that have it lose until it may again.
    ///
    /// @param advancedAnalytics the advanced analytics
    /// @param detailedCallAnalysis the detailed analysis of calls
    /// @param actionPointAnalysis the analysis of action points
    /// @param payPerCall being paid for calls
    record AddOns(
            boolean advancedAnalytics,
            boolean detailedCallAnalysis,
            boolean actionPointAnalysis,
            boolean payPerCall)
            implements PartnerSection {}
}
