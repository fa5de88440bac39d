package io.fieldhouse.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.CommandRun;
import io.fieldhouse.cli.LoadedCells;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class QualityIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @TempDir
    private Path home;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void begin() {
        LoadedCells cells = new LoadedCells(warehouse.sql());
        cells.begin();
        cells.issue("missing clock-out", "warning", 501, 202512, 273);
        cells.issue("missing clock-out", "warning", 502, 202513, 273);
        cells.issue("missing clock-out", "warning", 503, 202513, 274);
        cells.issue("duplicate shift", "error", 504, 202513, 274);
        cells.issue("duplicate shift", "error", 505, 202513, 274);
        warehouse.sql().execute("""
                UPDATE etl.data_quality_issues SET closed_at = now() WHERE entity_key = '505';
                INSERT INTO etl.data_quality_issues (rule, severity, source, entity, entity_key, message, details)
                VALUES ('missing building code', 'warning', 'tracktik', 'client', '2731', 'The site has no building code.',
                        '{"region_id": 273}')""");
        environment = CommandRun.environment(warehouse, home);
    }

    private CommandRun quality(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "quality";
        System.arraycopy(args, 0, all, 1, args.length);
        return CommandRun.of(environment, all);
    }

    @Test
    void openIssuesAreCountedByRuleTheWorstFirst() {
        CommandRun run = quality();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", "|").replaceAll("\\|20.*", "")))
                .containsExactly(
                        "severity|rule|entity|open|first seen|last seen",
                        "error|duplicate shift|shift|1",
                        "warning|missing clock-out|shift|3",
                        "warning|missing building code|client|1");
        assertThat(quality("--closed").out()).containsPattern("duplicate shift +shift +1 +1 ");
    }

    @Test
    void regionAndPeriodChooseAmongThem() {
        assertThat(quality("-r", "Hawaii").out())
                .containsPattern("missing clock-out +shift +2 ")
                .contains("missing building code")
                .doesNotContain("duplicate shift");
        assertThat(quality("-r", "274", "--period", "last").out())
                .containsPattern("missing clock-out +shift +1 ")
                .contains("duplicate shift")
                .doesNotContain("building code");
        assertThat(quality("-r", "KAISER").out())
                .containsPattern("missing clock-out +shift +3 ")
                .contains("missing building code");
    }

    @Test
    void whatIsOfNoRegionOrPeriodIsNotConcealed() {
        warehouse.sql().execute("""
                INSERT INTO etl.data_quality_issues (rule, severity, source, entity, entity_key, message)
                VALUES ('shift without a place', 'warning', 'tracktik', 'shift', '601', 'It is in no figure.')""");

        assertThat(quality("--period", "2025-P14").out().lines())
                .containsExactly(
                        "No open issue is of what was asked for.",
                        "2 more have no single region or period: omit --region and --period to see them.");
        assertThat(quality("-r", "Hawaii").out())
                .containsPattern("missing clock-out +shift +2 ")
                .contains("1 more has no single region or period");
        assertThat(quality("-r", "Hawaii", "--rule", "missing clock-out").out()).doesNotContain(" more ");
        assertThat(quality("-r", "42", "--rule", "shift without a place", "--json")
                        .out())
                .contains("\"count\": 0", "\"unplaced\": 1");
        assertThat(quality("--rule", "missing building code", "--json").out())
                .contains("\"details\": {\"region_id\": 273}");
        assertThat(quality().out()).contains("shift without a place").doesNotContain(" more ");
    }

    @Test
    void ruleThatHasFoundNothingIsNotTakenForAll() {
        assertThat(quality("--rule", "unknown region").out().strip())
                .isEqualTo("No issue of 'unknown region' is open.");
        assertThat(quality("--rule", "unknown region", "--closed").out().strip())
                .isEqualTo("'unknown region' has not found anything.");
        assertThat(quality("--rule", "unknown region", "-r", "Hawaii").out().strip())
                .isEqualTo("No open issue is of what was asked for.");
    }

    @Test
    void periodsOfAnotherCalendarAreRefused() {
        CommandRun run = quality("--period", "2025-M12", "--set", "calendar.kind=months");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("use the calendar that it was loaded by");
    }

    @Test
    void ruleListsItsIssuesNewestFirstUpToALimit() {
        warehouse.sql().execute("""
                UPDATE etl.data_quality_issues SET details = '{"site_id": 2731, "hours": 30.5}' WHERE entity_key = '503'""");
        CommandRun run = quality("--rule", "missing clock-out", "--limit", "2");

        assertThat(run.out())
                .containsPattern("shift 503 +2025-P13 Washington +Something is wrong. +hours 30.5, site id 2731 +20")
                .containsPattern("shift 502 +2025-P13 Hawaii ")
                .contains("The newest 2 of 3; --limit shows more.")
                .doesNotContain("501");
        assertThat(quality("--rule", "duplicate shift").out()).doesNotContain("505");
        assertThat(quality("--rule", "duplicate shift", "--closed").out()).contains("505");
    }

    @Test
    void machinesGetTheSame() {
        assertThat(quality("--rule", "missing clock-out", "--limit", "1", "--json")
                        .out())
                .contains("\"count\": 3", "\"entityKey\": \"503\"", "\"unit\": \"2025-P13 Washington\"")
                .doesNotContain("\"502\"");
        assertThat(quality("--json").out()).contains("\"rule\": \"duplicate shift\"", "\"open\": 1");
    }

    @Test
    void mistypedRuleIsAnsweredWithTheNearestOne() {
        CommandRun run = quality("--rule", "missing clockout");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err().strip()).isEqualTo("There is no rule 'missing clockout'; 'missing clock-out'?");
        assertThat(quality("--limit", "0").exitCode()).isEqualTo(64);
    }
}
