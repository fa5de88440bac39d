package io.fieldhouse.cli.output;

/** A text as a shell takes it for one word, for commands that people copy. */
public final class ShellWord {
    private ShellWord() {}

    public static String of(String text) {
        return text.matches("[\\w./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
