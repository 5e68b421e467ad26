package io.tallystick.bench;

import io.tallystick.bench.measure.ClaimResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One JSON file per claim below `benchmarks/target/results`; the last run of a claim wins.
final class Results {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    // Results of an older version have fewer figures.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final Path folder;

    Results(Path folder) {
        this.folder = folder;
    }

    void keep(ClaimResult result) throws IOException {
        Files.createDirectories(folder);
        JSON.writeValue(folder.resolve(result.claim() + ".json"), result);
    }

    /// In the order of the names that are asked for. A claim that was not run is left out.
    List<ClaimResult> read(List<String> claims) {
        return claims.stream()
                .map(claim -> folder.resolve(claim + ".json"))
                .filter(Files::exists)
                .map(file -> JSON.readValue(file, ClaimResult.class))
                .toList();
    }
}
