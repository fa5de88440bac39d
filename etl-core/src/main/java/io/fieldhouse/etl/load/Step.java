package io.fieldhouse.etl.load;

import java.util.List;

/** One thing that a load does. Its units are claimed and committed one by one, and reported and shown by their titles. */
public sealed interface Step {
    List<PlannedUnit> units();

    /** What it does, in a word. */
    String verb();

    /** Brings a dimension up to date: all of it, or the members that are referred to and missing. Later steps build on it. */
    record Refresh(PlannedUnit unit) implements Step {
        @Override
        public List<PlannedUnit> units() {
            return List.of(unit);
        }

        @Override
        public String verb() {
            return "refresh";
        }
    }

    /** Reads what a feed has changed since it was last followed; may bring more steps to light. */
    record Follow(PlannedUnit unit) implements Step {
        @Override
        public List<PlannedUnit> units() {
            return List.of(unit);
        }

        @Override
        public String verb() {
            return "follow";
        }
    }

    /** Loads cells of facts, which are read together. */
    record Cells(List<PlannedUnit> units) implements Step {
        public Cells {
            units = List.copyOf(units);
        }

        @Override
        public String verb() {
            return "load";
        }
    }

    /** Checks what was loaded. */
    record Check(PlannedUnit unit) implements Step {
        @Override
        public List<PlannedUnit> units() {
            return List.of(unit);
        }

        @Override
        public String verb() {
            return "check";
        }
    }
}
