package io.tallystick.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tallystick.bench.server.Api;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The body of a request, made once. Only the ids change from one request to the next, in place: a
/// sender that wrote JSON anew would use more processor than the server that reads it.
public final class EventBatch {

    /// Ids are unique over all senders and runs: the run, then a counter.
    private static final AtomicLong NUMBER = new AtomicLong();

    private static final String RUN = HexFormat.of().toHexDigits((int) System.nanoTime(), 8);
    private static final String ID = "call-" + RUN + "00000000";
    private static final int DIGITS = 8;
    private static final int HOURS = 6;
    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
    private static final String[] AGENTS = {"Front desk", "After hours", "Bookings", "Support"};

    private final byte[] body;
    private final int[] digits;

    private EventBatch(byte[] body, int[] digits) {
        this.body = body;
        this.digits = digits;
    }

    /// An array of calls of about 337 bytes each, by any of the customers in the last hours.
    public static EventBatch of(int events, Instant now, SplittableRandom random) {
        return of(events, now, random, () -> Api.customer(random.nextInt(Api.CUSTOMERS)));
    }

    /// The same of one customer.
    public static EventBatch of(int events, Instant now, SplittableRandom random, String customer) {
        return of(events, now, random, () -> customer);
    }

    private static EventBatch of(
            int events, Instant now, SplittableRandom random, Supplier<String> customers) {
        var out = new ByteArrayOutputStream();
        int[] digits = new int[2 * events];
        out.write('[');
        for (int event = 0; event < events; event++) {
            if (event > 0) {
                out.write(',');
            }
            append(out, digits, event, call(now, random, customers.get()));
        }
        out.write(']');
        return new EventBatch(out.toByteArray(), digits);
    }

    /// One call without an array around it.
    public static EventBatch single(Instant now, SplittableRandom random) {
        var out = new ByteArrayOutputStream();
        int[] digits = new int[2];
        String customer = Api.customer(random.nextInt(Api.CUSTOMERS));
        append(out, digits, 0, call(now, random, customer));
        return new EventBatch(out.toByteArray(), digits);
    }

    private static void append(ByteArrayOutputStream out, int[] digits, int event, String call) {
        int id = call.indexOf(ID);
        digits[2 * event] = out.size() + id + ID.length() - DIGITS;
        digits[2 * event + 1] = out.size() + call.indexOf(ID, id + 1) + ID.length() - DIGITS;
        out.writeBytes(call.getBytes(US_ASCII));
    }

    private static String call(Instant now, SplittableRandom random, String customer) {
        Instant time =
                now.minusMillis(random.nextInt(HOURS * 3_600_000)).truncatedTo(ChronoUnit.MILLIS);
        return """
        {"specversion":"1.0","id":"%s","source":"/telephony","type":"voice.call.completed",\
        "subject":"%s","time":"%s","data":{"callId":"%s","durationSeconds":%d,"direction":"%s",\
        "from":"+12125550%03d","to":"+12125550%03d","agent":"%s","answered":true,\
        "outcome":"success"}}\
        """
                .formatted(
                        ID,
                        customer,
                        time,
                        ID,
                        1 + random.nextInt(900),
                        random.nextBoolean() ? "in" : "out",
                        random.nextInt(1000),
                        random.nextInt(1000),
                        AGENTS[random.nextInt(AGENTS.length)]);
    }

    public int events() {
        return digits.length / 2;
    }

    public int bytes() {
        return body.length;
    }

    /// The body with ids that were never used. It is the same array every time.
    public byte[] next() {
        long first = NUMBER.getAndAdd(events());
        for (int event = 0; event < events(); event++) {
            write(digits[2 * event], first + event);
            write(digits[2 * event + 1], first + event);
        }
        return body;
    }

    private void write(int offset, long number) {
        long left = number;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            body[offset + digit] = HEX[(int) (left & 15)];
            left >>>= 4;
        }
    }
}
