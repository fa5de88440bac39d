package io.fieldhouse.cli.workplace;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Somebody at a terminal, who can be asked for what must not lie in a file. */
@FunctionalInterface
public interface Prompt {
    /** Asks, without an echo; nothing where there was no answer. */
    @Nullable String secret(String name);

    /** Whoever sits at this process's terminal, if anybody does. */
    @SuppressWarnings("SystemConsoleNull") // What it warns of is what the property is for.
    static @Nullable Prompt atTerminal() {
        // Java 22 to 24 would otherwise take a pipe for a terminal.
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        if (console == null) {
            return null;
        }
        return name -> {
            char[] answer = console.readPassword("%s (is not shown): ", name);
            return answer == null ? null : new String(answer);
        };
    }
}
