package io.fieldhouse.etl.reconcile;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with something that a person gave: the first of it word for word, the rest as a count. */
final class Problems {
    private static final int SHOWN = 20;

    private final List<String> shown = new ArrayList<>();
    private long count;

    void add(String problem) {
        if (count++ < SHOWN) {
            shown.add(problem);
        }
    }

    void add(long line, String problem) {
        add("line " + line + ": " + problem);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Refuses what has problems, with all of them at once. */
    void throwIfAny(String whatFollows) {
        if (count == 0) {
            return;
        }
        StringBuilder message = new StringBuilder(whatFollows).append(' ');
        message.append(count == 1 ? "One problem:" : count + " problems:");
        shown.forEach(problem -> message.append("\n- ").append(problem));
        if (count > SHOWN) {
            message.append("\n- and ").append(count - SHOWN).append(" more");
        }
        throw new IllegalArgumentException(message.toString());
    }
}
