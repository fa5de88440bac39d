package io.fieldhouse.cli.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.CommandRun;
import io.fieldhouse.cli.LoadedCells;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReconcileCommandIT {
    private static final String SITES = """
            Building,Area,Hours,Billed
            Kaiser-HI-1,Hawaii,20,600
            Kaiser-HI-2,Hawaii,20,600
            Kaiser-WA-1,Washington,20,600
            Kaiser-WA-2,Washington,20,%s
            """;

    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private Path file = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        new LoadedCells(warehouse.sql()).begin();
        environment.putAll(CommandRun.environment(warehouse, home));
        file = home.resolve("sites.csv");
        Files.writeString(file, SITES.formatted("600"));
    }

    /** Which column holds what. */
    private void map() throws IOException {
        Files.writeString(home.resolve("fieldhouse.yaml"), """
                reconcile:
                  site: Building
                  billable-hours: Hours
                  bill-amount: Billed
                """);
    }

    private CommandRun reconcile(String... args) {
        List<String> all = new ArrayList<>(List.of("reconcile"));
        all.addAll(List.of(args));
        return CommandRun.of(environment, all.toArray(String[]::new));
    }

    @Test
    void listThatAgreesIsCleanInEverySubRegion() throws IOException {
        map();
        CommandRun run = reconcile(file.toString(), "--period", "last");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Reconciliation 1: 2025-P13 against sites.csv")
                .contains("Figures: 8 match, 0 differ, 0 only here, 0 only there");
        assertThat(reconcile("show", "1").out()).isEqualTo(run.out());
    }

    @Test
    void periodThatIsNotOverIsSaidToBeSo() throws IOException {
        map();

        assertThat(reconcile(file.toString(), "--period", "2025-P14", "--quiet")
                        .err()
                        .strip())
                .isEqualTo("2025-P14 is not over yet: until 2025-07-10 its figures are those of so far.");
        assertThat(reconcile(file.toString(), "--period", "2025-P14", "--json").out())
                .containsPattern("\"notOver\": \\[\\s+\\{\\s+\"periodId\": 202514,");
    }

    @Test
    void periodThatIsNotLoadedAsItIsNotOverIsSaidToBeSo() throws IOException {
        map();
        CommandRun run = reconcile(file.toString(), "--period", "2025-P15");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .contains("2025-P15, which is not completed yet")
                .doesNotContain("load it first", "--open");
    }

    @Test
    void differenceIsShownAndSaidByTheExitStatus() throws IOException {
        map();
        Files.writeString(file, SITES.formatted("606"));
        CommandRun run = reconcile(file.toString(), "--period", "last");

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.out()).containsPattern("difference +Washington +Kaiser-WA-2 .*600.00 +606.00 +-6.00");
        assertThat(reconcile("show", "1").exitCode()).isEqualTo(65);
        assertThat(reconcile(file.toString(), "--period", "last", "--tolerance", "1%")
                        .exitCode())
                .isZero();
        assertThat(reconcile(file.toString(), "--period", "last", "--tolerance", "5")
                        .exitCode())
                .isEqualTo(65);
        assertThat(reconcile(file.toString(), "--period", "last", "--tolerance", "6")
                        .exitCode())
                .isZero();
    }

    @Test
    void onlyTheRegionThatIsAskedForIsCompared() throws IOException {
        map();
        Files.writeString(file, SITES.formatted("606").replaceAll("Kaiser-WA.*\n", ""));
        assertThat(reconcile(file.toString(), "--period", "last").exitCode()).isEqualTo(65);
        assertThat(reconcile(file.toString(), "--period", "last", "-r", "Hawaii")
                        .exitCode())
                .isZero();
    }

    @Test
    void listThatHasNothingToCompareIsNotClean() throws IOException {
        map();
        warehouse.sql().execute("DELETE FROM tracktik.fact_billing WHERE period_id = 202513");
        Files.writeString(file, "Building,Hours,Billed\n");
        CommandRun run = reconcile(file.toString(), "--period", "last");

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.out()).contains("No figure was compared: ");
        assertThat(reconcile("show", "1", "--json").out()).contains("\"exitCode\": 65", "\"isClean\": false");
    }

    @Test
    void regionIsComparedWithThoseBelowIt() throws IOException {
        map();

        assertThat(reconcile(file.toString(), "--period", "last", "-r", "KAISER")
                        .out())
                .contains("Figures: 8 match, 0 differ");
    }

    @Test
    void machinesGetTheFigures() throws IOException {
        map();
        Files.writeString(file, SITES.formatted("606"));

        assertThat(reconcile(file.toString(), "--period", "last", "--json").out())
                .contains(
                        "\"exitCode\": 65",
                        "\"isClean\": false",
                        "\"differences\": 1",
                        "\"siteCode\": \"Kaiser-WA-2\"");
    }

    @Test
    void missingMappingIsSaidWithAnExample() {
        CommandRun run = reconcile(file.toString(), "--period", "last");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err())
                .contains("reconcile.site is not configured")
                .contains("reconcile.billable-hours")
                .contains("    site: Building")
                .contains("--set reconcile.site=Building");
        assertThat(reconcile(
                                file.toString(),
                                "--period=last",
                                "--set=reconcile.site=Building",
                                "--set=reconcile.billable-hours=Hours")
                        .exitCode())
                .isZero();
        assertThat(reconcile(
                                file.toString(),
                                "--period=last",
                                "--set=reconcile.site=Building",
                                "--set=reconcile.site-by=colour",
                                "--set=reconcile.billable-hours=Hours")
                        .err())
                .contains("--set: reconcile.site-by has to be code, name or id.");
    }

    @Test
    void fileThatIsNotThereOrIsAFolderIsNoInput() throws IOException {
        map();
        CommandRun missing = reconcile(home.resolve("nothing.csv").toString(), "--period", "last");
        assertThat(missing.exitCode()).isEqualTo(66);
        assertThat(missing.err()).contains("There is no file").contains("nothing.csv");
        assertThat(reconcile(home.toString(), "--period", "last").exitCode()).isEqualTo(66);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipeIsReadAsAFileIs() throws Exception {
        map();
        Path pipe = home.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writer = new ProcessBuilder("cp", file.toString(), pipe.toString()).start();
        CommandRun run = reconcile(pipe.toString(), "--period", "last");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Reconciliation 1: 2025-P13 against pipe ");
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    void dashIsTheStandardInput() throws Exception {
        map();
        Process process = CommandRun.process(environment, "reconcile", "-", "--period", "2025-P13")
                .redirectInput(file.toFile())
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .startsWith("Reconciliation 1: 2025-P13 against standard input ");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipeWithoutANameIsStoredByItsPath() throws Exception {
        map();
        Process process = CommandRun.process(environment, "reconcile", "/dev/fd/0", "--period", "2025-P13")
                .redirectInput(file.toFile())
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .startsWith("Reconciliation 1: 2025-P13 against /dev/fd/0 ");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void exportOfTheWarehouseAgreesByTheRecipe() throws IOException {
        String export = home.resolve("export.csv").toString();
        CommandRun.of(environment, "export", "site_summary", "-o", export);
        List<String> args = new ArrayList<>(List.of(export, "--period=last", "--json"));
        recipe().forEach(setting -> args.add("--set=reconcile." + setting));
        CommandRun run = reconcile(args.toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"matches\": 4", "\"otherPeriods\": 4");
    }

    /** What the guide says of a list that was exported. */
    private static List<String> recipe() throws IOException {
        String guide = Files.readString(Path.of("../docs/reconcile.md"));
        String item = guide.substring(guide.indexOf("- A list that was exported from the warehouse"));
        return Pattern.compile("`([a-z-]+): ([a-z_]+)`")
                .matcher(item.substring(0, item.indexOf("\n- ")))
                .results()
                .map(setting -> setting.group(1) + "=" + setting.group(2))
                .toList();
    }

    @Test
    void unloadedRegionIsRemarkedOn() throws IOException {
        map();
        warehouse.sql().execute("DELETE FROM etl.load_units WHERE scope @> '{\"period\": 202513, \"region\": 273}'");

        for (String said : List.of("--tolerance=1", "--quiet")) {
            assertThat(reconcile(file.toString(), "--period", "last", said)
                            .err()
                            .strip())
                    .isEqualTo("Nothing is loaded of 2025-P13 Hawaii.");
        }
        CommandRun machine = reconcile(file.toString(), "--period", "last", "--json");
        assertThat(machine.err()).isEmpty();
        assertThat(machine.out())
                .containsPattern("\"notLoaded\": \\[\\s+\\{\\s+\"periodId\": 202513,")
                .contains("\"region\": \"Hawaii\"");
    }

    @Test
    void whatCannotBeMeantIsRefused() throws IOException {
        map();
        assertThat(reconcile(file.toString()).exitCode()).isEqualTo(64);
        assertThat(reconcile(file.toString(), "--period", "2025-P12..last").err())
                .contains("is 2 periods");
        assertThat(reconcile(file.toString(), "--period", "2025-P01").err()).contains("has not been loaded");
        assertThat(reconcile(file.toString(), "--period", "last", "--tolerance", "much")
                        .exitCode())
                .isEqualTo(64);
        assertThat(reconcile(file.toString(), "--period", "last", "--set=tracktik.region=Kayser")
                        .err())
                .contains("tracktik.region: ")
                .contains("The nearest is Kaiser.");
        assertThat(reconcile("show", "99").err()).contains("There is no reconciliation 99");
    }
}
