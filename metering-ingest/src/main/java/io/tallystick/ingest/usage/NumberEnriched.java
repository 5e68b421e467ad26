package io.tallystick.ingest.usage;

/// A contact has got a better number. Nothing to measure. The old one may be whatever stood in the
/// address book, which is often why a better one was looked for.
final class NumberEnriched implements Rule {

    @Override
    public Verdict judge(Members data) {
        return data.requireKey("contactId")
                .requirePhone("newNumber")
                .shortText("externalId")
                .shortText("oldNumber")
                .phone("oldNumber")
                .verdict(null);
    }
}
