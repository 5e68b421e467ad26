package io.tallystick.ingest.usage;

/// A call that was not let through. It is counted, and there is nothing to measure.
final class CallBlocked implements Rule {

    @Override
    public Verdict judge(Members data) {
        return data.requireText("callId").requireText("from").text("to").verdict(null);
    }
}
