package io.tallystick.ingest.usage;

/// A contact has got a better number. Nothing to measure.
final class NumberEnriched implements Rule {

    @Override
    public Verdict judge(Members data) {
        return data.requireText("contactId")
                .requireText("newNumber")
                .text("externalId", "oldNumber")
                .verdict(null);
    }
}
