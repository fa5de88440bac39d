package io.fieldhouse.cli;

/** A text as a shell takes it for one word, for commands that people copy. */
final class ShellWord {
    private ShellWord() {}

    static String of(String text) {
        return text.matches("[\\w./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
