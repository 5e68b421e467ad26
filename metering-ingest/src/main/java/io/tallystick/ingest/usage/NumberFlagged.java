package io.tallystick.ingest.usage;

/// A contact's number was found wrong, or right after all. Nothing to measure.
final class NumberFlagged implements Rule {

    @Override
    public Verdict judge(Members data) {
        return data.requireKey("contactId").requirePhone("number").text("reason").verdict(null);
    }
}
