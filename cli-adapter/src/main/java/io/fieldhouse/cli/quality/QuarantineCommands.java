package io.fieldhouse.cli.quality;

import io.fieldhouse.cli.config.Nearest;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.sql.Statements;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands on records that could not be loaded. */
@Command(
        name = "quarantine",
        description = "Show records that could not be loaded, and read them again.",
        footer = {
            "",
            "Examples:",
            "  fieldhouse quarantine list",
            "  fieldhouse quarantine show 12",
            "  fieldhouse quarantine replay --dry-run"
        })
public final class QuarantineCommands implements Callable<Integer> {
    private static final String LINE = System.lineSeparator();

    /** Read when first used: every start makes every command, and runs one. */
    private static final class Queries {
        static final Statements SQL = Statements.of(QuarantineCommands.class);
    }

    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private QuarantineCommands(Workplace workplace) {
        this.workplace = workplace;
    }

    public static CommandLine commandLine(Workplace workplace, Sources sources) {
        return new CommandLine(new QuarantineCommands(workplace))
                .addSubcommand(new Listing(workplace, sources))
                .addSubcommand(new Show(workplace))
                .addSubcommand(new QuarantineReplayCommand(workplace, sources));
    }

    @Override
    public Integer call() {
        return workplace.output(spec).help(spec.commandLine());
    }

    @Command(
            name = "list",
            description = "Count quarantined records by feed and reason, or list those of one feed.",
            footer = {
                "",
                "Examples:",
                "  fieldhouse quarantine list",
                "  fieldhouse quarantine list --feed shifts --limit 10"
            })
    static final class Listing implements Callable<Integer> {
        private final Workplace workplace;
        private final Sources sources;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--feed", paramLabel = "FEED", description = "List the records of this feed, newest first.")
        private @Nullable String feed;

        @Option(
                names = "--settled",
                description = "Also show records that have loaded since, or that the vendor has deleted.")
        private boolean settled;

        @Option(
                names = "--limit",
                paramLabel = "NUMBER",
                description = "Largest number of records to list. Default: ${DEFAULT-VALUE}.")
        private int limit = 50;

        Listing(Workplace workplace, Sources sources) {
            this.workplace = workplace;
            this.sources = sources;
        }

        @Override
        public Integer call() {
            if (limit < 1) {
                throw new Refusal("--limit is a number of 1 or more.");
            }
            Output output = workplace.output(spec);
            try (OpenWarehouse warehouse = workplace.existing(output)) {
                return feed == null ? counts(output, warehouse.database()) : records(output, warehouse, feed);
            }
        }

        private int counts(Output output, DataSource warehouse) {
            List<Map<String, @Nullable Object>> kinds =
                    Rows.of(warehouse, Queries.SQL.get("kinds"), Map.of("settled", settled));
            return output.result(
                    "quarantine list",
                    ExitCode.OK,
                    kinds.isEmpty()
                            ? "Nothing is in quarantine."
                            : Rows.table(kinds).toString(),
                    Map.of("kinds", kinds));
        }

        private int records(Output output, OpenWarehouse opened, String feed) {
            DataSource warehouse = opened.database();
            Map<String, Object> values = Map.of(
                    "of_feed", Queries.SQL.fragment("of_feed"), "feed", feed, "settled", settled, "limit", limit);
            long all = (Long) Objects.requireNonNull(
                    Rows.of(warehouse, Queries.SQL.get("count"), values).get(0).get("n"));
            if (all == 0) {
                requireFeed(opened, feed);
            }
            List<Map<String, @Nullable Object>> records = Rows.of(warehouse, Queries.SQL.get("records"), values);
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("feed", feed);
            data.put("count", all);
            data.put("records", records);
            return output.result(
                    "quarantine list",
                    ExitCode.OK,
                    records.isEmpty() ? "Nothing of " + feed + " is in quarantine." : text(records, all),
                    data);
        }

        private static String text(List<Map<String, @Nullable Object>> records, long all) {
            TextTable table = new TextTable("id", "key", "reason", "kept", "settled");
            for (Map<String, @Nullable Object> record : records) {
                table.row(
                        String.valueOf(record.get("id")),
                        record.get("key"),
                        record.get("reason_kind") + ": " + record.get("reason"),
                        record.get("kept"),
                        record.get("settled"));
            }
            return table
                    + (all > records.size()
                            ? "The newest " + records.size() + " of " + all + "; --limit shows more." + LINE
                            : "");
        }

        /** One that is read, or of which something was kept once. */
        private void requireFeed(OpenWarehouse warehouse, String feed) {
            Set<String> feeds = new TreeSet<>(sources.names(warehouse, Source::feeds));
            Rows.of(warehouse.database(), Queries.SQL.get("known-feeds"), Map.of())
                    .forEach(row -> feeds.add(String.valueOf(row.get("feed"))));
            if (!feeds.contains(feed)) {
                throw new Refusal("There is no feed '" + feed + "'"
                        + Nearest.to(feed, feeds)
                                .map(near -> "; " + near + "?")
                                .orElse(". Those that there are: " + String.join(", ", feeds) + "."));
            }
        }
    }

    @Command(
            name = "show",
            description = "Show why a record is in quarantine and, on request, the record.",
            footer = {
                "",
                "The record is as the vendor sent it, and may contain personal data.",
                "",
                "Examples:",
                "  fieldhouse quarantine show 12",
                "  fieldhouse quarantine show 12 --record"
            })
    static final class Show implements Callable<Integer> {
        /** What moves a cursor, written as JSON may write it. */
        private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

        private final Workplace workplace;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "ID", description = "Number of the record, as 'quarantine list --feed' shows it.")
        private long id;

        @Option(names = "--record", description = "Also print the record, which may contain personal data.")
        private boolean withRecord;

        Show(Workplace workplace) {
            this.workplace = workplace;
        }

        @Override
        public Integer call() {
            Output output = workplace.output(spec);
            try (OpenWarehouse warehouse = workplace.existing(output)) {
                Map<String, @Nullable Object> facts = facts(warehouse.database());
                StringBuilder text = new StringBuilder();
                facts.forEach((name, value) -> text.append(String.format(
                        Locale.ROOT, "%-12s %s%n", name.replace('_', ' '), value == null ? "-" : plain(value))));
                if (withRecord) {
                    String record = record(warehouse.database());
                    text.append(LINE).append(printable(record)).append(LINE);
                    facts.put("record", record);
                }
                return output.result("quarantine show", ExitCode.OK, text.toString(), facts);
            }
        }

        /** Numbers here name things. */
        private static String plain(Object value) {
            return value instanceof Number ? value.toString() : TextTable.text(value);
        }

        private Map<String, @Nullable Object> facts(DataSource warehouse) {
            List<Map<String, @Nullable Object>> found = Rows.of(warehouse, Queries.SQL.get("facts"), Map.of("id", id));
            if (found.isEmpty()) {
                throw new Refusal("No record in quarantine has the number " + id
                        + "; 'quarantine list --feed' shows those of a feed.");
            }
            return found.get(0);
        }

        private String record(DataSource warehouse) {
            byte[] bytes =
                    (byte[]) Objects.requireNonNull(Rows.of(warehouse, Queries.SQL.get("record"), Map.of("id", id))
                            .get(0)
                            .get("record"));
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private static String printable(String record) {
            return CONTROL.matcher(record)
                    .replaceAll(found -> String.format(
                            Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
        }
    }
}
