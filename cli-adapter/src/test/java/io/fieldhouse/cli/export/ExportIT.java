package io.fieldhouse.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.cli.CommandRun;
import io.fieldhouse.cli.LoadedCells;
import io.fieldhouse.cli.failure.CommandException;
import io.fieldhouse.cli.output.OutputFile;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExportIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();
    private Path file = Path.of("");

    @BeforeEach
    void begin() {
        new LoadedCells(warehouse.sql()).begin();
        environment = CommandRun.environment(warehouse, folder.resolve("home"));
        file = folder.resolve("out.csv");
    }

    private CommandRun export(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "export";
        System.arraycopy(args, 0, all, 1, args.length);
        return CommandRun.of(environment, all);
    }

    /** Period, region and site of each row. */
    private List<String> cells() throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> fields[0] + " " + fields[2] + " " + fields[4])
                .toList();
    }

    @Test
    void periodsAndRegionsChooseTheRowsAndTheKeyOrdersThem() throws IOException {
        CommandRun run = export("site_summary", "--period", "2025-P12..last", "-r", "Kaiser-HI", "-o", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).isEqualTo("4 rows of tracktik.site_summary in " + file);
        assertThat(cells()).containsExactly("202512 273 2731", "202512 273 2732", "202513 273 2731", "202513 273 2732");
        assertThat(Files.readString(file)).contains("\"Clinic \"\"1\"\", Hawaii – East\"");

        assertThat(export("tracktik.site_summary", "--period", "2025-06-01", "-o", file.toString(), "--overwrite")
                        .exitCode())
                .isZero();
        assertThat(cells()).containsExactly("202512 273 2731", "202512 273 2732", "202512 274 2741", "202512 274 2742");
    }

    @Test
    void periodsOfAnotherCalendarAreRefused() {
        // The warehouse knows 2025-M12 and 2025-M06 by numbers that its own calendar gives to other days.
        CommandRun other = export("site_summary", "--period", "2025-M12", "--set", "calendar.kind=months");
        CommandRun overlapping = export("site_summary", "--period", "2025-M06", "--set", "calendar.kind=months");

        assertThat(other.exitCode()).isEqualTo(64);
        assertThat(other.err().strip())
                .isEqualTo("The warehouse's period 202512 is 2025-05-30 to 2025-06-12, not 2025-12-01 to 2025-12-31;"
                        + " use the calendar that it was loaded by.");
        assertThat(overlapping.exitCode()).isEqualTo(64);
        assertThat(overlapping.err()).contains("not 2025-06-01 to 2025-06-30; use the calendar");
        assertThat(export("site_summary", "--period", "2025-M01..2025-M12", "--set", "calendar.kind=months")
                        .err())
                .hasLineCount(4);
    }

    @Test
    void periodThatIsNotOverIsSaidToBeSo() {
        assertThat(export("site_summary", "--period", "2025-P13..2025-P14", "-o", file.toString(), "--quiet")
                        .err()
                        .strip())
                .isEqualTo("2025-P14 is not over yet: until 2025-07-10 its figures are those of so far.");
        assertThat(export("site_summary", "--period", "2025-P14", "-o=/dev/null", "--json")
                        .out())
                .containsPattern("\"notOver\": \\[\\s+\\{\\s+\"periodId\": 202514,")
                .contains("\"lastDay\": \"2025-07-10\"");
        assertThat(export("site_summary", "--period", "last", "-o=/dev/null").err())
                .isEmpty();
    }

    @Test
    void whatIsNotLoadedIsSaidWhateverIsAskedFor() throws IOException {
        warehouse.sql().execute("""
                UPDATE etl.load_units SET state = 'pending', loaded_at = NULL WHERE scope ->> 'period' = '202514';
                DELETE FROM etl.load_units WHERE scope = '{"period": 202513, "region": 273}'""");

        assertThat(export("site_summary", "-o", file.toString(), "--quiet")
                        .err()
                        .strip())
                .isEqualTo("Nothing is loaded of 2025-P14, 2025-P13 Hawaii.");
        assertThat(export("employee_summary", "--period=2025-P11..2025-P12", "-o", "/dev/null")
                        .err()
                        .strip())
                .isEqualTo("Nothing is loaded of 2025-P11.");
        assertThat(export("site_summary", "--period=last", "-r=274", "-o", "/dev/null")
                        .err())
                .isEmpty();
        CommandRun machine = export("site_summary", "--period=last", "-o=/dev/null", "--json");
        assertThat(machine.err()).isEmpty();
        assertThat(machine.out())
                .containsPattern("\"notLoaded\": \\[\\s+\\{\\s+\"periodId\": 202513,")
                .contains("\"regionId\": 273");
    }

    @Test
    void regionIsExportedWithThoseBelowIt() throws IOException {
        assertThat(export("site_summary", "--period=last", "-r=KAISER", "-o", file.toString())
                        .err())
                .isEmpty();
        assertThat(cells()).hasSize(4);
    }

    @Test
    void standardOutputGetsTheSameBytesAsAFile() throws Exception {
        export("site_summary", "-o", file.toString());
        Process process = CommandRun.start(environment, "export", "site_summary");

        assertThat(process.getInputStream().readAllBytes()).isEqualTo(Files.readAllBytes(file));
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void timesAreThoseOfUtcWhereverTheyAreExported() throws Exception {
        Map<String, String> elsewhere = new HashMap<>(environment);
        elsewhere.put("TZ", "America/New_York");
        Process process = CommandRun.start(elsewhere, "export", "load_coverage", "--period", "2025-P12", "-r", "273");

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains(",2025-06-30 00:00:00+00,");
    }

    @Test
    void readerThatGoesEarlyEndsItQuietly() throws Exception {
        warehouse.sql().execute("""
                INSERT INTO tracktik.fact_billing (period_id, region_id, region_key, position_id, shift_count)
                SELECT 202512, 273, 1, 100000 + n, 1 FROM generate_series(1, 200000) n""");
        Process process = CommandRun.start(environment, "export", "fact_billing");
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            assertThat(lines.readLine()).startsWith("period_id,");
        }

        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
        assertThat(process.waitFor()).isEqualTo(141);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDiskIsSaidAndADeviceIsWrittenToAsItIs() {
        CommandRun run = export("site_summary", "-o", "/dev/full");

        assertThat(run.exitCode()).isEqualTo(74);
        assertThat(run.err()).startsWith("Writing to /dev/full failed").hasLineCount(1);
        assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
    }

    @Test
    void fileThatIsThereStaysUnlessItIsToBeReplaced() throws IOException {
        Files.writeString(file, "mine");
        CommandRun refused = export("current_regions", "-o", file.toString());

        assertThat(refused.exitCode()).isEqualTo(73);
        assertThat(refused.err()).contains("--overwrite");
        assertThat(file).hasContent("mine");
        assertThat(export("current_regions", "-o", file.toString(), "--overwrite")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(file)).startsWith("region_id,custom_id,name");
    }

    @Test
    void fileIsReadByItsOwnerAloneOrByThoseWhoCouldReadTheOneBefore() throws IOException {
        export("current_regions", "-o", file.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        export("current_clients", "-o", link.toString(), "--overwrite");
        assertThat(Files.readString(file)).startsWith("client_id,");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void linkThatLeadsNowhereIsThereAlready() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
        CommandRun run = export("current_regions", "-o", link.toString());

        assertThat(run.exitCode()).isEqualTo(73);
        assertThat(run.err().strip()).isEqualTo(link + " is there already: name another file, or add --overwrite.");
    }

    @Test
    void fileThatAppearsMeanwhileStays() throws IOException {
        assertThatThrownBy(() -> OutputFile.toFile(file, false, "test", out -> {
                    Files.writeString(file, "another's");
                    return 0;
                }))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith(file + " is there already: ");
        assertThat(file).hasContent("another's");
    }

    @Test
    void exportThatFailsHalfwayLeavesNothing() throws IOException {
        warehouse.sql().execute("""
                CREATE OR REPLACE VIEW tracktik.half AS
                SELECT n AS row_id, 1 / (n - 50000) AS x FROM generate_series(1, 60000) n""");
        Files.writeString(file, "mine");
        try {
            CommandRun run = export("half", "-o", file.toString(), "--overwrite");

            assertThat(run.exitCode()).isEqualTo(65);
            assertThat(run.err().strip())
                    .isEqualTo("Exporting tracktik.half failed: the database says 22012 (invalid value; its log has"
                            + " the statement).");
            assertThat(file).hasContent("mine");
            try (var files = Files.list(folder)) {
                assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
            }
        } finally {
            warehouse.sql().execute("DROP VIEW tracktik.half");
        }
    }

    @Test
    void loginThatOnlyReadsExportsWhatItSees() {
        String reader = "reader_of_"
                + folder.getFileName().toString().replaceAll("\\W", "").toLowerCase(Locale.ROOT);
        warehouse
                .server()
                .administrate("CREATE ROLE " + reader + " LOGIN PASSWORD 'invented' IN ROLE fieldhouse_reader");
        try {
            Map<String, String> own = new HashMap<>(environment);
            own.put("FIELDHOUSE_WAREHOUSE_USER", reader);
            own.put("FIELDHOUSE_WAREHOUSE_PASSWORD", "invented");

            CommandRun run = CommandRun.of(own, "export", "site_summary", "-r", "Hawaii", "-o", file.toString());
            assertThat(run.err()).startsWith("2025-P14 is not over yet: ").hasLineCount(1);
            assertThat(run.exitCode()).isZero();
            assertThat(CommandRun.of(own, "export", "fact_billing").err()).contains("no view or fact 'fact_billing'");
        } finally {
            warehouse.server().administrate("DROP ROLE " + reader);
        }
    }

    @Test
    void listNamesViewsAndFactsAndNothingElse() {
        CommandRun run = export("--list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("current_regions", "Each region as last known.", "fact_billing")
                .doesNotContain("dim_", "_2025", "billing_periods");
        assertThat(export("--list", "--json").out()).contains("\"chooseBy\": [", "\"columns\": [");
    }

    @Test
    void whatCannotBeMeantIsRefusedWithAWayOut() {
        assertRefused("site_sumary", "There is no view or fact 'site_sumary' to export; site_summary?");
        assertRefused("etl.quarantine", "'fieldhouse export --list' shows those that there are.");
        assertRefused("dim_employees", "There is no view or fact 'dim_employees'");
        assertRefused("site_summary; DROP TABLE x", "There is no view or fact");
        assertRefused(
                "current_positions --period last",
                "tracktik.current_positions has no periods to choose from: leave out --period.");
        assertRefused(
                "employee_summary -r Hawaii",
                "tracktik.employee_summary has no regions to choose from: leave out --region.");
        assertRefused(
                "site_summary -r Hawai", "No region has the id, custom id or name 'Hawai'. The nearest is Hawaii.");
        assertRefused(
                "site_summary -r Washington", "Several regions are called 'Washington': use one of the ids 42, 274.");
        assertRefused("site_summary --json", "add --output FILE");
        assertRefused("site_summary --period 2025-P99", "No period is called 2025-P99");
        assertRefused("--quiet", "Name one view or fact");
    }

    private void assertRefused(String args, String sentence) {
        CommandRun run = export(args.contains(";") ? new String[] {args} : args.split(" "));
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out() + run.err()).contains(sentence);
    }
}
