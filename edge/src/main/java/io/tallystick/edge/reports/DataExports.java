package io.tallystick.edge.reports;

import io.tallystick.edge.caller.Caller;
import java.util.List;
import java.util.UUID;

/// Has it written down who took which data away as a file. Queries write nothing, so this is a port
/// behind which the command side does it. It is done before the file leaves: nobody takes data and
/// leaves no trace.
public interface DataExports {

    /// Each file is a fact of its own.
    void note(Caller caller, String requestId, Export export);

    /// What is taken away.
    ///
    /// @param data what kind of data
    /// @param columns in the order of the file
    /// @param filter `name=value` joined by `&`, always in the same order; empty for everything
    /// @param rows how many rows the file has
    record Export(
            UUID partnerId,
            UUID customerId,
            String data,
            List<String> columns,
            String filter,
            String format,
            int rows) {}
}
