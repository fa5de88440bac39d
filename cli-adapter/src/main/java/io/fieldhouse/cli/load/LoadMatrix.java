package io.fieldhouse.cli.load;

import io.fieldhouse.cli.output.Count;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where each unit of a load stands, and how fast it goes: a row and a sign as its title says, such as a period and a
 * sub-region. Thread-safe.
 */
final class LoadMatrix {
    private static final char WAITING = '.';
    private static final char LOADING = '~';
    private static final char ELSEWHERE = 'o';

    private final Clock clock;
    private final Instant begun;
    private final Map<String, Map<String, Character>> rows = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private long units;
    private String doing = "";
    private long done;
    private long worked;
    private long failed;
    private long records;

    LoadMatrix(LoadPlan plan, Clock clock) {
        this.clock = clock;
        this.begun = clock.instant();
        found(plan.steps().toList());
    }

    synchronized void found(List<Step> steps) {
        Doing.cells(steps).forEach(unit -> {
            units++;
            columns.add(unit.title().column());
            set(unit, WAITING);
        });
    }

    private void set(Unit unit, char sign) {
        rows.computeIfAbsent(unit.title().row(), any -> new LinkedHashMap<>())
                .put(unit.title().column(), sign);
    }

    synchronized void begun(Step step, Unit unit) {
        doing = Doing.of(step, unit).orElse("");
        if (step instanceof Step.Cells) {
            set(unit, LOADING);
        }
    }

    synchronized void waiting(Unit unit) {
        Map<String, Character> row = rows.get(unit.title().row());
        if (row != null && row.containsKey(unit.title().column())) {
            set(unit, ELSEWHERE);
        }
    }

    synchronized void ended(UnitResult result) {
        records += result.counts().read();
        if (!(result.step() instanceof Step.Cells)) {
            failed += result.outcome() == Outcome.FAILED ? 1 : 0;
            return;
        }
        set(result.unit(), sign(result.outcome()));
        done++;
        worked += result.outcome() == Outcome.SKIPPED ? 0 : 1;
        failed += result.outcome() == Outcome.FAILED ? 1 : 0;
    }

    private static char sign(Outcome outcome) {
        return switch (outcome) {
            case LOADED -> '#';
            case SKIPPED -> '=';
            case FAILED -> 'x';
            case INTERRUPTED, NOT_BEGUN -> '-';
        };
    }

    /** The picture, cut to fit a terminal. Of more periods than fit, those are shown at which the load is. */
    synchronized List<String> lines(int width, int height) {
        List<String> lines = new ArrayList<>();
        List<String> all = names(width);
        List<String> names = all.subList(0, Math.min(all.size(), Math.max(1, height - 4)));
        int room = Math.max(1, height - names.size() - 3);
        List<Map.Entry<String, Map<String, Character>>> table = List.copyOf(rows.entrySet());
        int first = Math.max(0, Math.min(table.size() - room, firstOpen(table)));
        table.stream()
                .skip(first)
                .limit(room)
                .forEach(row -> lines.add(row.getKey() + "  "
                        + columns.stream()
                                .map(column -> String.valueOf(row.getValue().getOrDefault(column, ' ')))
                                .collect(Collectors.joining(" "))));
        lines.addAll(names);
        lines.add("# loaded  = before  ~ loading  x failed  . waiting  o another load has it");
        lines.add(summary());
        return lines.stream()
                .map(line -> line.length() < width ? line : line.substring(0, Math.max(0, width - 1)))
                .toList();
    }

    /** What the columns are called, on as many lines as that takes. */
    private List<String> names(int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("from left:");
        String separator = " ";
        for (String column : columns) {
            if (line.length() + separator.length() + column.length() + 2 > width) {
                lines.add(line + separator.strip());
                line = new StringBuilder("          ");
                separator = " ";
            }
            line.append(separator).append(column);
            separator = ", ";
        }
        lines.add(line.toString());
        return lines;
    }

    private static int firstOpen(List<Map.Entry<String, Map<String, Character>>> all) {
        for (int i = 0; i < all.size(); i++) {
            if (!Collections.disjoint(all.get(i).getValue().values(), Set.of(WAITING, LOADING, ELSEWHERE))) {
                return i;
            }
        }
        return all.size();
    }

    private String summary() {
        if (worked == 0) {
            return doing.isEmpty() ? done + " of " + Count.of(units, "unit") : doing;
        }
        Duration took = Duration.between(begun, clock.instant());
        long seconds = Math.max(1, took.toSeconds());
        long left = seconds * (units - done) / worked;
        String when = done == units ? "in " + span(seconds) : span(left) + " left";
        return String.format(
                Locale.ROOT,
                "%d of %s, %s%,d records/s, %s",
                done,
                Count.of(units, "unit"),
                failed == 0 ? "" : failed + " failed, ",
                records / seconds,
                when);
    }

    private static String span(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }
}
