package io.tallystick.events.settings;

import java.math.BigDecimal;
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

    /// How the portal and its mails look.
    ///
    /// @param displayName what the customer's clients read as its name, 200 characters at most
    /// @param logo the SHA-256 of a picture, null for none. A picture is sent by itself, and here
    ///   null only, which removes it
    /// @param primaryColor as `#rrggbb`, null for ours
    /// @param accentColor as `#rrggbb`, null for ours
    /// @param welcomeMessage a text without markup, 2,000 characters at most
    /// @param senderName what mails say they come from, 200 characters at most
    /// @param senderAddress where answers to mails go
    record Branding(
            @Nullable String displayName,
            @Nullable String logo,
            @Nullable String primaryColor,
            @Nullable String accentColor,
            @Nullable String welcomeMessage,
            @Nullable String senderName,
            @Nullable String senderAddress)
            implements Section {

        public Branding withLogo(String sha256) {
            return new Branding(
                    displayName,
                    sha256,
                    primaryColor,
                    accentColor,
                    welcomeMessage,
                    senderName,
                    senderAddress);
        }
    }

    /// Charging by credits.
    ///
    /// @param enabled whether usage is charged in credits; then no price is shown
    /// @param creditsPerMinute the price of a minute of a call
    /// @param creditsPerSmsSegment the price of a segment
    /// @param creditsPerEmail the price of a recipient
    /// @param notificationsEnabled whether somebody is told when credits run low
    /// @param lowCreditThreshold the credits below which they do, null for never
    /// @param furtherThresholds others below which it is told again, at most 10
    /// @param recipients who is told, at most 20; none for the customer's own address
    /// @param overdraft how far below zero holds and deductions may go
    /// @param graceSeconds how long running calls of an exhausted customer may go on, at most 3,600
    record AiCredits(
            boolean enabled,
            BigDecimal creditsPerMinute,
            BigDecimal creditsPerSmsSegment,
            BigDecimal creditsPerEmail,
            boolean notificationsEnabled,
            @Nullable BigDecimal lowCreditThreshold,
            List<BigDecimal> furtherThresholds,
            List<String> recipients,
            BigDecimal overdraft,
            int graceSeconds)
            implements Section {

        public AiCredits {
            creditsPerMinute = Decimals.plain(creditsPerMinute);
            creditsPerSmsSegment = Decimals.plain(creditsPerSmsSegment);
            creditsPerEmail = Decimals.plain(creditsPerEmail);
            lowCreditThreshold =
                    lowCreditThreshold == null ? null : Decimals.plain(lowCreditThreshold);
            furtherThresholds = Decimals.falling(furtherThresholds);
            recipients = List.copyOf(new TreeSet<>(recipients));
            overdraft = Decimals.plain(overdraft);
        }
    }

    /// What the customer is shown of prices.
    ///
    /// @param visible whether prices and costs are shown; never while usage is charged in credits
    record Pricing(boolean visible) implements Section {}

    /// Storage of the knowledge base.
    ///
    /// @param enabled whether there is a knowledge base
    /// @param allocatedMb the part of the partner's storage that is kept for it, in megabytes of
    ///   10⁶ bytes. It stays when the knowledge base is switched off
    record KnowledgeBase(boolean enabled, int allocatedMb) implements Section {}

    /// Which calls are called qualified.
    ///
    /// @param thresholdSeconds the measured duration from which on they are, 0 to 86,400
    record QualifiedCalls(int thresholdSeconds) implements Section {}

    /// How usage is taken in.
    ///
    /// @param voiceInitialSeconds what a call is billed for at least, 1 to 3,600
    /// @param voiceStepSeconds the steps in which it is billed beyond, 1 to 3,600
    /// @param lateLimitDays how many days ago an event may have happened, 1 to 366
    record Usage(int voiceInitialSeconds, int voiceStepSeconds, int lateLimitDays)
            implements Section {}

    /// A customer to look at and not to bill.
    ///
    /// @param demo whether it is one, which is said when it is created and never changes
    /// @param resetEveryHours how often it begins anew, 1 to 720; null for never
    record Demo(boolean demo, @Nullable Integer resetEveryHours) implements Section {}

    /// Whether there is business with the customer.
    ///
    /// @param status `active`, `inactive` or `archived`
    record Account(String status) implements Section {}
}
