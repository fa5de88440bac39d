package io.fieldhouse.cli.config;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.tracktik.reconcile.CsvMapping;
import io.fieldhouse.etl.tracktik.reconcile.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the owner's list is read, as it is configured. */
public final class ReconcileConfiguration {
    private static final String PREFIX = "reconcile.";
    private static final String EXAMPLE = "For a list with the columns Building and Hours, fieldhouse.yaml says:";

    private ReconcileConfiguration() {}

    /** Which column holds what, and how it is written. */
    public static CsvMapping mapping(Configuration configuration) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Setting<String> setting : Settings.RECONCILE) {
            configuration
                    .find(setting)
                    .ifPresent(value -> said.put(setting.key().substring(PREFIX.length()), value));
        }
        requireColumns(said);
        try {
            return CsvMapping.of(said);
        } catch (Refusal e) {
            throw new ConfigurationException(List.of(PREFIX + "*: " + e.getMessage()));
        }
    }

    /** The settings without which there is nothing to compare. */
    private static void requireColumns(Map<String, String> said) {
        List<String> problems = new ArrayList<>();
        if (!said.containsKey("site")) {
            problems.add("reconcile.site is not configured: which column of the file names the site?");
        }
        if (Stream.of(Measure.values()).noneMatch(measure -> said.containsKey(measure.key()))) {
            problems.add("No figure is configured: which column of the file holds one of "
                    + Stream.of(Measure.values())
                            .map(measure -> PREFIX + measure.key())
                            .collect(Collectors.joining(", "))
                    + "?");
        }
        if (!problems.isEmpty()) {
            problems.addAll(List.of(
                    EXAMPLE,
                    "  reconcile:",
                    "    site: Building",
                    "    billable-hours: Hours",
                    "For this time only: --set reconcile.site=Building --set reconcile.billable-hours=Hours"));
            throw new ConfigurationException(problems);
        }
    }
}
