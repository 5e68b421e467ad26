package io.tallystick.bench.claim;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Rows of the yardstick in PostgreSQL's binary COPY format, a whole transaction in one array.
final class ReferenceRows {

    static final int TRANSACTION_ROWS = 1_000;

    private static final int DATA_BYTES = 150;
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int ROW_BYTES = 2 + 4 + 8 + 4 + 16 + 4 + DATA_BYTES;

    private ReferenceRows() {}

    /// @param first position of the first row; rows from another one have other keys
    static List<byte[]> transactions(int first, int rows) {
        var random = new SplittableRandom(first);
        List<byte[]> transactions = new ArrayList<>();
        int end = first + rows;
        for (int at = first; at < end; at += TRANSACTION_ROWS) {
            transactions.add(transaction(at, Math.min(TRANSACTION_ROWS, end - at), random));
        }
        return transactions;
    }

    private static byte[] transaction(int first, int rows, SplittableRandom random) {
        var bytes = ByteBuffer.allocate(HEADER.length + rows * ROW_BYTES + 2).put(HEADER);
        byte[] data = new byte[DATA_BYTES];
        for (int row = 0; row < rows; row++) {
            random.nextBytes(data);
            bytes.putShort((short) 3)
                    .putInt(8)
                    .putLong(first + row)
                    .putInt(16)
                    .putLong(random.nextLong())
                    .putLong(random.nextLong())
                    .putInt(DATA_BYTES)
                    .put(data);
        }
        return bytes.putShort((short) -1).array();
    }
}
