package io.fieldhouse.etl.reconcile;

import io.fieldhouse.etl.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with something that a person gave: the first of it word for word, the rest as a count. */
public final class Problems {
    private static final int SHOWN = 20;

    private final List<String> shown = new ArrayList<>();
    private final Set<String> remedies = new HashSet<>();
    private long count;

    public void add(String problem) {
        if (count++ < SHOWN) {
            shown.add(problem);
        }
    }

    /** Adds what is wrong with a line. What to do about it, behind the last semicolon, is said where it first comes up. */
    void add(long line, String problem) {
        int end = problem.lastIndexOf("; ");
        boolean isSaid = end >= 0 && !remedies.add(problem.substring(end));
        add("line " + line + ": " + (isSaid ? problem.substring(0, end) + "." : problem));
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * Requires that there are none.
     *
     * @throws Refusal that begins with what follows from them, and names all
     */
    public void throwIfAny(String whatFollows) {
        if (count == 0) {
            return;
        }
        StringBuilder message = new StringBuilder(whatFollows).append(' ');
        message.append(count == 1 ? "One problem:" : count + " problems:");
        shown.forEach(problem -> message.append("\n- ").append(problem));
        if (count > SHOWN) {
            message.append("\n- and ").append(count - SHOWN).append(" more");
        }
        throw new Refusal(message.toString());
    }
}
