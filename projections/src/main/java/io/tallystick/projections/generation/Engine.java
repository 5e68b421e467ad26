package io.tallystick.projections.generation;

import io.tallystick.eventstore.LogMessageSource;
import org.axonframework.common.transaction.TransactionManager;
import org.jooq.DSLContext;

/// What projections run on.
///
/// @param transactions for rows and tokens alike: they commit together or not at all
/// @param batchMessagesMax messages per transaction; one may be a chunk of thousands of rows, which
///   are folded before they are written
public record Engine(
        DSLContext sql,
        TransactionManager transactions,
        LogMessageSource source,
        GenerationTokens tokens,
        int batchMessagesMax) {}
