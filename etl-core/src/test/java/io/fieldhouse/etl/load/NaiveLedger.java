package io.fieldhouse.etl.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where units stand, kept as plainly as can be: the model that the ledger is held against. Moments are the numbers of the
 * steps, workers are any objects.
 */
final class NaiveLedger {
    private static final int NEVER = -1;

    private static final class Standing {
        private String state = "pending";
        private Object holder = "nobody";
        private boolean lapsed;
        private int begunAt = NEVER;
        private int loadedAt = NEVER;

        /** What became of each attempt. */
        private final List<String> attempts = new ArrayList<>();

        private boolean isHeldBy(Object worker, int turn) {
            return state.equals("claimed") && holder.equals(worker) && turn == attempts.size();
        }

        private void endAs(String newState, String outcome) {
            state = newState;
            attempts.set(attempts.size() - 1, outcome);
        }
    }

    private final Map<String, Standing> units = new TreeMap<>();

    private Standing unit(String unit) {
        return units.computeIfAbsent(unit, any -> new Standing());
    }

    void enter(String unit) {
        unit(unit);
    }

    boolean isLoaded(String unit, int since) {
        return unit(unit).state.equals("loaded") && unit(unit).loadedAt >= since;
    }

    boolean claim(String unit, Object worker, int since, int now) {
        Standing it = unit(unit);
        boolean isTaken = it.state.equals("claimed") && !it.lapsed;
        if (isTaken || isLoaded(unit, since)) {
            return false;
        }
        if (it.state.equals("claimed")) {
            it.endAs("pending", "interrupted");
        }
        it.state = "claimed";
        it.holder = worker;
        it.lapsed = false;
        it.begunAt = now;
        it.attempts.add("running");
        return true;
    }

    void lapse(String unit) {
        unit(unit).lapsed = true;
    }

    void renew(Object worker, String except) {
        units.forEach((name, it) -> {
            if (it.holder.equals(worker) && !name.equals(except)) {
                it.lapsed = false;
            }
        });
    }

    boolean mayCommit(String unit, Object worker, int turn) {
        return unit(unit).isHeldBy(worker, turn) && !unit(unit).lapsed;
    }

    void commit(String unit) {
        Standing it = unit(unit);
        it.endAs("loaded", "loaded");
        it.loadedAt = it.begunAt;
    }

    void fail(String unit, Object worker, int turn, boolean interrupted) {
        if (unit(unit).isHeldBy(worker, turn)) {
            unit(unit).endAs(interrupted ? "pending" : "failed", interrupted ? "interrupted" : "failed");
        }
    }

    /** Each unit as it stands. */
    List<String> standings() {
        List<String> lines = new ArrayList<>();
        units.forEach((name, it) -> lines.add(name + " " + it.state + " " + it.attempts.size()
                + (it.state.equals("claimed") ? " " + it.holder + (it.lapsed ? " lapsed" : "") : "")));
        return lines;
    }

    /** Each attempt that there ever was, and what became of it. */
    List<String> attempts() {
        List<String> lines = new ArrayList<>();
        units.forEach((name, it) -> {
            for (int turn = 1; turn <= it.attempts.size(); turn++) {
                lines.add(name + " " + turn + " " + it.attempts.get(turn - 1));
            }
        });
        return lines;
    }
}
