package io.tallystick.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads `/proc`. PostgreSQL is its postmaster, the children that live and, as the kernel adds them
/// to their parent, those that have ended.
public final class ProcessorMeter {

    /// `sysconf(_SC_CLK_TCK)` is 100 on every Linux that Java runs on.
    private static final double TICKS_PER_SECOND = 100;

    /// Fields are counted from the state, the first one behind the name in parentheses.
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private final long serverPid;
    private final long postmasterPid;

    public ProcessorMeter(long serverPid, long postmasterPid) {
        this.serverPid = serverPid;
        this.postmasterPid = postmasterPid;
    }

    public ProcessorTime now() {
        long here = ProcessHandle.current().pid();
        return new ProcessorTime(own(serverPid), postgres(), here == serverPid ? 0 : own(here));
    }

    private double postgres() {
        double living =
                ProcessHandle.of(postmasterPid).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> own(child.pid()))
                        .sum();
        return living + sum(postmasterPid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
    }

    private static double own(long pid) {
        return sum(pid, USER, SYSTEM);
    }

    private static double sum(long pid, int... fields) {
        String[] stat = stat(pid);
        double ticks = 0;
        for (int field : fields) {
            ticks += field < stat.length ? Long.parseLong(stat[field]) : 0;
        }
        return ticks / TICKS_PER_SECOND;
    }

    /// Empty when the process has just ended; its parent has its time then.
    private static String[] stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException e) {
            return new String[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
