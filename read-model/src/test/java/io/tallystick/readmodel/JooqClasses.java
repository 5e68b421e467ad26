package io.tallystick.readmodel;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Generates the jOOQ classes from a database that was just migrated.
final class JooqClasses {

    private JooqClasses() {}

    static void generate(Path directory) throws Exception {
        try (var database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL)) {
            GenerationTool.generate(
                    new Configuration()
                            .withLogging(Logging.WARN)
                            .withJdbc(new Jdbc().withUrl(database.url()))
                            .withGenerator(
                                    new Generator()
                                            .withDatabase(readModel())
                                            .withGenerate(quietly())
                                            .withTarget(
                                                    new Target()
                                                            .withPackageName(
                                                                    "io.tallystick.readmodel")
                                                            .withDirectory(directory.toString()))));
        }
    }

    private static Database readModel() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("read_model")
                .withExcludes("flyway_history")
                .withOutputCatalogToDefault(true)
                .withForcedTypes(
                        new ForcedType()
                                .withName("INSTANT")
                                .withIncludeTypes("timestamp.*with time zone|timestamptz"));
    }

    /// Without what differs between two runs or versions of PostgreSQL or needs more than jOOQ
    /// itself.
    private static Generate quietly() {
        return new Generate()
                .withGeneratedAnnotation(false)
                .withGlobalCatalogReferences(false)
                .withJavadoc(false)
                .withSourcesOnViews(false)
                .withComments(false);
    }
}
