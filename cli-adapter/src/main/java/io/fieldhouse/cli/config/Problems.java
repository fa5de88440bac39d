package io.fieldhouse.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a configuration: first that of the file, in its order, then the rest in the order in which it was found. */
final class Problems {
    private final List<Problem> all = new ArrayList<>();

    /** A line counts from 1; what is of no line comes last. */
    private record Problem(int line, String sentence) {}

    /** One at a line of a file. */
    void add(Path file, int line, String sentence) {
        all.add(new Problem(line, file + " line " + line + ": " + sentence));
    }

    /** One with a value, or with what it comes from. */
    void add(Configuration.Value value, String sentence) {
        all.add(new Problem(value.line(), value.origin() + ": " + sentence));
    }

    /** One of no line. */
    void add(String sentence) {
        all.add(new Problem(Configuration.Value.NO_LINE, sentence));
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new ConfigurationException(all.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(Problem::sentence)
                    .toList());
        }
    }
}
