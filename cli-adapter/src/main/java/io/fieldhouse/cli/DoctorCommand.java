package io.fieldhouse.cli;

import io.fieldhouse.cli.Finding.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = "Looks at everything that a load needs, and says what to do where something is missing.",
        footer = {
            "",
            "It changes nothing. Its exit code is 0 when nothing failed, and else that of the first thing that did.",
            "",
            "Examples:",
            "  fieldhouse doctor",
            "  fieldhouse doctor --json | jq '.data.checks[] | select(.state == \"failed\")'"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DoctorCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        List<Finding> findings = new ArrayList<>(new MachineChecks(workplace).findings());
        if (findings.stream()
                .anyMatch(finding ->
                        finding.check().equals(MachineChecks.CONFIGURATION) && finding.state() == State.FAILED)) {
            String because = "not looked at before the configuration is right.";
            findings.add(Finding.skipped(WarehouseChecks.SERVER, because));
            findings.add(Finding.skipped(TrackTikChecks.SETTINGS, because));
        } else {
            findings.addAll(new WarehouseChecks(workplace, output).findings());
            findings.addAll(new TrackTikChecks(workplace, output).findings());
        }
        int exitCode = findings.stream()
                .mapToInt(Finding::exitCode)
                .filter(code -> code != ExitCode.OK)
                .findFirst()
                .orElse(ExitCode.OK);
        return output.result(
                "doctor",
                exitCode,
                findings.stream().map(Finding::text).collect(Collectors.joining())
                        + System.lineSeparator()
                        + summary(findings),
                Map.of("checks", findings.stream().map(Finding::data).toList()));
    }

    private static String summary(List<Finding> findings) {
        long failed = count(findings, State.FAILED);
        long warnings = count(findings, State.WARNING);
        return (failed == 0 ? "Nothing failed" : failed + " failed")
                + (warnings == 0 ? "." : ", " + warnings + (warnings == 1 ? " warning." : " warnings."));
    }

    private static long count(List<Finding> findings, State state) {
        return findings.stream().filter(finding -> finding.state() == state).count();
    }
}
