package io.fieldhouse.cli.output;

import java.util.Locale;

/** How many there are of something, as people read it: 1 unit, 1,154 units. */
public final class Count {
    private Count() {}

    public static String of(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
