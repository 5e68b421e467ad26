package io.tallystick.ingest.usage;

/// The rules of one built-in type.
sealed interface Rule
        permits CallBlocked,
                CallCompleted,
                EmailSent,
                NumberEnriched,
                NumberFlagged,
                SmsSent,
                StorageChanged,
                StorageMeasured {

    Verdict judge(Members data);
}
