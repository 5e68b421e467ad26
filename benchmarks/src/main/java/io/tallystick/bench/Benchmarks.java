package io.tallystick.bench;

import io.tallystick.bench.claim.Claim;
import io.tallystick.bench.claim.Claims;
import io.tallystick.bench.claim.Stage;
import io.tallystick.bench.measure.ClaimResult;
import io.tallystick.bench.measure.Machine;
import io.tallystick.bench.server.Api;
import io.tallystick.bench.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/// `benchmarks/run` starts this: claims by name, then sizes as `--name=value`.
public final class Benchmarks {

    private final Path root;
    private final Settings settings;
    private final Results results;

    private Benchmarks(Path root, Settings settings) {
        this.root = root;
        this.settings = settings;
        this.results = new Results(root.resolve("benchmarks/target/results"));
    }

    public static void main(String[] arguments) throws Exception {
        List<String> all = Arrays.asList(arguments);
        List<String> names = all.stream().filter(each -> !each.startsWith("--")).skip(1).toList();
        List<String> sizes = all.stream().filter(each -> each.startsWith("--")).toList();
        var benchmarks = new Benchmarks(Path.of(arguments[0]), Settings.of(sizes));
        if (names.equals(List.of("report"))) {
            new Report(benchmarks.results, Path.of(arguments[0])).write();
            return;
        }
        benchmarks.measure(
                names.equals(List.of("all"))
                        ? Claims.ALL
                        : names.stream().map(Claims::named).toList());
    }

    /// Claims share a server, as far as they do not begin with nothing. A folder that is kept has
    /// one server for all.
    private void measure(List<Claim> claims) throws Exception {
        if (!settings.text("data").isEmpty()) {
            measureTogether(claims);
            return;
        }
        List<Claim> together = claims.stream().filter(claim -> !claim.beginsWithNothing()).toList();
        if (!together.isEmpty()) {
            measureTogether(together);
        }
        for (Claim claim : claims) {
            if (claim.beginsWithNothing()) {
                measureTogether(List.of(claim));
            }
        }
    }

    private void measureTogether(List<Claim> claims) throws Exception {
        boolean isOwn = settings.text("data").isEmpty();
        Path folder =
                isOwn
                        ? Files.createTempDirectory(
                                Files.createDirectories(root.resolve("benchmarks/target")), "data-")
                        : Path.of(settings.text("data"));
        try (var server = Server.start(root.resolve("tallystick"), folder, isOwn)) {
            try (var api = new Api(server)) {
                api.createCustomers();
            }
            for (Claim claim : claims) {
                measure(claim, new Stage(server, settings));
            }
        }
    }

    private void measure(Claim claim, Stage stage) throws Exception {
        System.out.printf("%n%s: %s%n", claim.name(), claim.question());
        var result =
                new ClaimResult(
                        claim.name(),
                        claim.question(),
                        machine(stage.server()),
                        settings.all(),
                        claim.measure(stage));
        results.keep(result);
        System.out.printf("%n%s%n%s%n", result.machine().line(), Table.of(result));
    }

    private static Machine machine(Server server) throws Exception {
        return Machine.now(
                InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                server.postgres().version(),
                System.getProperty("tallystick.commit", "unknown"));
    }
}
