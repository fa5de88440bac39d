package io.fieldhouse.cli.quality;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.CommandRun;
import io.fieldhouse.cli.LoadedCells;
import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.source.InventedConnector;
import io.fieldhouse.cli.source.InventedSource;
import io.fieldhouse.cli.tracktik.TrackTikConnector;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class QuarantineIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @TempDir
    private Path home;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void begin() {
        LoadedCells cells = new LoadedCells(warehouse.sql());
        cells.begin();
        cells.quarantined(501, 27410, 202513);
        cells.quarantined(502, 27310, 202513);
        cells.quarantined(503, 27310, 202514);
        warehouse.sql().execute("UPDATE etl.quarantine SET settled_at = now() WHERE source_key = '502'");
        warehouse.sql().execute("""
                INSERT INTO etl.quarantine (source, feed, reason_kind, reason, record)
                VALUES ('tracktik', 'clients', 'unreadable', 'id is no number.', '{}')""");
        environment = CommandRun.environment(warehouse, home);
    }

    private CommandRun quarantine(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "quarantine";
        System.arraycopy(args, 0, all, 1, args.length);
        return CommandRun.of(environment, all);
    }

    private static List<String> pending() {
        return warehouse
                .sql()
                .fetch(
                        "SELECT (scope ->> 'period') || ' ' || (scope ->> 'region') FROM etl.load_units WHERE state = 'pending' ORDER BY 1")
                .getValues(0, String.class);
    }

    @Test
    void recordsAreCountedByFeedAndKind() {
        CommandRun run = quarantine("list");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("tracktik +clients +unreadable +1 ")
                .containsPattern("tracktik +shifts +no place +2 ");
        assertThat(quarantine("list", "--settled").out()).containsPattern("shifts +no place +3 ");
        assertThat(quarantine("list", "--json").out()).contains("\"records\": 2");
    }

    @Test
    void recordsOfAFeedAreListedNewestFirst() {
        CommandRun run = quarantine("list", "--feed", "shifts");

        assertThat(run.out().lines().skip(1).map(line -> line.substring(0, 6).strip()))
                .containsExactly("3   50", "1   50");
        assertThat(run.out()).doesNotContain("newest");
        assertThat(quarantine("list", "--feed", "shifts", "--limit", "1").out())
                .contains("The newest 1 of 2; --limit shows more.")
                .doesNotContain("501");
        assertThat(quarantine("list", "--feed", "shifts", "--limit", "1", "--json")
                        .out())
                .contains("\"count\": 2");
    }

    @Test
    void feedWithNothingInQuarantineIsNoMistake() {
        CommandRun run = quarantine("list", "--feed", "billable items");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).isEqualTo("Nothing of billable items is in quarantine.");

        assertThat(quarantine("list", "--feed", "shift").err().strip()).isEqualTo("There is no feed 'shift'; shifts?");
        assertThat(quarantine("list", "--feed", "xylophones").err()).contains("billable items", "work sessions");
    }

    @Test
    void recordIsShownOnlyWhereItIsAskedFor() {
        CommandRun facts = quarantine("show", "1");
        assertThat(facts.out())
                .containsPattern("key +501")
                .containsPattern("unit +2025-P13 Hawaii")
                .containsPattern("reason +It ends before it starts.")
                .doesNotContain("Alex");
        assertThat(quarantine("show", "1", "--json").out())
                .contains("\"key\": \"501\"")
                .doesNotContain("Alex");

        assertThat(quarantine("show", "1", "--record").out())
                .contains("{\"position\":27410,\"note\":\"call Alex \\u009b2J\"}");
        assertThat(quarantine("show", "1", "--record", "--json").out())
                .contains("\"record\": \"{\\\"position\\\":27410");
        assertThat(quarantine("show", "99").exitCode()).isEqualTo(64);
        assertThat(quarantine("show", "1x").err()).contains("1x");
    }

    @Test
    void replayMarksTheUnitsAndSaysWhatToRun() {
        CommandRun dry = quarantine("replay", "--dry-run");
        assertThat(dry.out())
                .contains("2 shifts in quarantine: in 2 units. 2 of these units would be marked to be read again.");
        assertThat(pending()).isEmpty();

        CommandRun run = quarantine("replay");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        // The one came in Hawaii's unit, but is at a site of Washington's.
        assertThat(run.out())
                .contains("2 of these units are marked")
                .containsPattern("2025-P14 Hawaii +loaded +1")
                .containsPattern("2025-P13 Washington +loaded +1")
                .contains(
                        "  fieldhouse tracktik load 2025-P14 --open",
                        "  fieldhouse tracktik load 2025-P13" + System.lineSeparator());
        assertThat(pending()).containsExactly("202513 274", "202514 273");
        assertThat(quarantine("replay", "--home", home + "/a b", "--set", "load.workers=3")
                        .out())
                .contains("  fieldhouse tracktik load 2025-P14 --open --home '" + home + "/a b' --set load.workers=3");
        assertThat(quarantine("replay").out()).contains("0 of these units are marked to be read again; the others");
    }

    @Test
    void replaySaysWhichShiftsNoLoadWouldFind() {
        warehouse.sql().execute("""
                UPDATE etl.quarantine SET source_key = NULL, unit_id = NULL WHERE feed = 'shifts'""");

        assertThat(quarantine("replay").out())
                .contains("No unit of TrackTik is to be read again.")
                .contains("2 shifts belong to no unit")
                .contains("Of 2 shifts not even the id could be read");
        assertThat(quarantine("replay", "--json").out()).contains("\"withoutUnit\": 2", "\"withoutKey\": 2");
    }

    @Test
    void replayAsksAllSources() throws Exception {
        Typed typed = Typed.at(home)
                .on(warehouse.database())
                .knowing(workplace -> List.of(
                        new TrackTikConnector(workplace), new InventedConnector(new InventedSource("other"), false)));

        assertThat(typed.run("quarantine", "replay", "--dry-run").out())
                .contains("2 shifts in quarantine: in 2 units.", "other has nothing to read again.");
        assertThat(typed.run("quarantine", "replay", "--dry-run", "--json").json())
                .extractingByKey("data", as(InstanceOfAssertFactories.MAP))
                .containsEntry("dryRun", true)
                .extractingByKey("sources", as(InstanceOfAssertFactories.MAP))
                .containsOnlyKeys("tracktik", "other");
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        CommandRun run = quarantine();

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("Usage: fieldhouse quarantine").contains("replay");
        assertThat(quarantine("--json").err()).isEmpty();
        assertThat(quarantine("--json").out())
                .contains("\"exitCode\": 64", "Name one of its commands: list, show, replay.");
        assertThat(quarantine("replay", "--help").out()).contains("fieldhouse quarantine replay --dry-run");
    }
}
