package io.fieldhouse.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/** Writes the package io.fieldhouse.warehouse.jooq out of a migrated database. */
final class ModelSource {
    static final String PACKAGE = "io.fieldhouse.warehouse.jooq";

    private ModelSource() {}

    static void write(DataSource migrated, Path directory) throws Exception {
        GenerationTool tool = new GenerationTool();
        tool.setDataSource(migrated);
        tool.run(new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withSchemata(SchemaListing.SCHEMAS.stream()
                                        .map(schema -> new SchemaMappingType().withInputSchema(schema))
                                        .collect(Collectors.toList()))
                                .withIncludes(".*")
                                // Partitions come with the years; the rest is for migrations and triggers alone.
                                .withExcludes(
                                        "fact_.*_\\d{4}|schema_history|make_dimension|forbid_overlapping_versions"))
                        // Rows never come back into Java, so there are no classes for them.
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withGeneratedAnnotation(false)
                                // Each server prints a view in its own way.
                                .withSources(false)
                                .withAsMethodOverrides(false)
                                .withRenameMethodOverrides(false)
                                .withWhereMethodOverrides(false))
                        .withTarget(new Target()
                                .withPackageName(PACKAGE)
                                .withDirectory(directory.toString())
                                .withClean(true))));
        suppressTheSameOnEveryJdk(directory);
    }

    /** jOOQ names the lint of newer compilers only where it runs on one. */
    private static void suppressTheSameOnEveryJdk(Path directory) throws IOException {
        try (var walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                Files.writeString(file, source.replace("\"rawtypes\" })", "\"rawtypes\", \"this-escape\" })"));
            }
        }
    }
}
