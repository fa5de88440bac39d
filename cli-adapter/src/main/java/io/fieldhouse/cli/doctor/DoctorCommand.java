package io.fieldhouse.cli.doctor;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Finding;
import io.fieldhouse.cli.output.Finding.State;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.source.Connector;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.Workplace;
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
        description = "Check everything that a load needs, and explain how to fix what is missing.",
        footer = {
            "",
            "It changes nothing. The exit code is 0 if no check fails, else that of the first",
            "check that does.",
            "",
            "Examples:",
            "  fieldhouse doctor",
            "  fieldhouse doctor --json | jq '.data.checks[] | select(.state == \"failed\")'"
        })
public final class DoctorCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final Sources sources;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public DoctorCommand(Workplace workplace, Sources sources) {
        this.workplace = workplace;
        this.sources = sources;
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
            sources.all()
                    .forEach(connector ->
                            findings.add(Finding.skipped(connector.checks().first(), because)));
        } else {
            findings.addAll(new WarehouseChecks(workplace, output).findings());
            // Where none is configured, each says what it lacks.
            boolean isAnyConfigured = !sources.configured().isEmpty();
            for (Connector connector : sources.all()) {
                if (connector.isConfigured() || !isAnyConfigured) {
                    findings.addAll(connector.checks().findings(output));
                } else {
                    findings.add(Finding.skipped(connector.checks().first(), connector.howToConfigure()));
                }
            }
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
