package io.tallystick.ingest.usage;

/// A contact's number was found wrong. Nothing to measure.
final class NumberFlagged implements Rule {

    @Override
    public Verdict judge(Members data) {
        return data.requireText("contactId").requireText("number").text("reason").verdict(null);
    }
}
