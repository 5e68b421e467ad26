package io.tallystick.ingest;

/// The commit failed or took too long. The sender sends the same again and learns what became of
/// it.
final class CommitUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommitUnknown(Throwable cause) {
        super("the outcome of the commit is not known", cause);
    }
}
