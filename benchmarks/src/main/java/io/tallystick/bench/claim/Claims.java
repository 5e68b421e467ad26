package io.tallystick.bench.claim;

import java.util.List;

/// All claims, the quick ones first. Those that fill the log come last, because it stays filled.
public final class Claims {

    public static final List<Claim> ALL =
            List.of(
                    new CopyClaim(),
                    new StockClaim(),
                    new EngineClaim(),
                    new HttpClaim(),
                    new KeysClaim(),
                    new ProjectedClaim(),
                    new CreditsClaim(),
                    new ReplayClaim(),
                    new SizeClaim(),
                    new MemoryClaim(),
                    new QueryClaim(),
                    new LogClaim(),
                    new GrowthClaim());

    private Claims() {}

    public static Claim named(String name) {
        return ALL.stream()
                .filter(claim -> claim.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no claim is called " + name));
    }
}
