package io.tallystick.events.settings;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is set for a customer, one record for each section, with all values that it has.
public sealed interface Section {

    /// The portal in which the customer's own clients help themselves.
    ///
    /// @param enabled whether there is one. Switching it on needs a customer that may have one;
    ///   switching it off ends the sessions of the customer's people with their next request
    /// @param autoInvite whether new clients are invited by themselves, while the portal is on
    /// @param chatEnabled whether clients may chat
    /// @param documentUpload whether clients may upload files
    /// @param caseVisibility the fields of a case that clients see, at most 50 names of letters,
    ///   digits, `_`, `.` and `-`; nothing else is shown
    record Portal(
            boolean enabled,
            boolean autoInvite,
            boolean chatEnabled,
            boolean documentUpload,
            List<String> caseVisibility)
            implements Section {

        public Portal {
            // The order in which names were sent says nothing.
            caseVisibility = List.copyOf(new TreeSet<>(caseVisibility));
        }
    }

    /// What the customer has beside the product itself.
    ///
    /// @param advancedAnalytics whether it has the advanced analytics
    /// @param detailedCallAnalysis whether calls are analysed in detail
    /// @param actionPointAnalysis whether action points are found in calls
    /// @param apiAccess whether its API keys work, which they do at first. Switching it off refuses
    ///   all of them from the next request on and takes `apiKeys` out of the menu
    /// @param payPerCall whether it is paid for calls
    record Features(
            boolean advancedAnalytics,
            boolean detailedCallAnalysis,
            boolean actionPointAnalysis,
            boolean apiAccess,
            boolean payPerCall)
            implements Section {}

    /// What the menu of the customer's portal shows.
    ///
    /// @param knowledgeBase the knowledge base
    /// @param integration integrations
    /// @param docsAndMedia documents and media
    /// @param scheduleMeeting where a meeting is arranged
    /// @param phoneNumbers phone numbers
    /// @param apiKeys API keys, where `features.apiAccess` is on
    record Menu(
            boolean knowledgeBase,
            boolean integration,
            boolean docsAndMedia,
            boolean scheduleMeeting,
            boolean phoneNumbers,
            boolean apiKeys)
            implements Section {}

    /// The people of the customer itself.
    ///
    /// @param enabled whether they may sign in, which they may as long as nobody switched the
    ///   portal off
    /// @param max members and open invitations together, 0 to 10,000; null for no limit
    record Team(boolean enabled, @Nullable Integer max) implements Section {}

    /// How fast the keys of the customer may ask.
    ///
    /// @param tier `standard` (100 requests in a minute), `premium` (500) or `enterprise`
    /// @param requestsPerMinute the number of `enterprise`, 1 to 1,000,000; no other tier has one
    record ApiLimits(String tier, @Nullable Integer requestsPerMinute) implements Section {}
}
