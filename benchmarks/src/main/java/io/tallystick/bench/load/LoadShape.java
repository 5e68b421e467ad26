package io.tallystick.bench.load;

/// How a load is sent.
///
/// @param minimal asks for no body in the answer
public record LoadShape(int clients, int batchEvents, boolean minimal) {

    /// What the goals are stated for.
    public static final LoadShape BATCHES = new LoadShape(8, 1_000, true);

    public static final LoadShape BATCHES_WITH_RESULTS = new LoadShape(8, 1_000, false);
    public static final LoadShape SINGLES = new LoadShape(64, 1, true);
}
