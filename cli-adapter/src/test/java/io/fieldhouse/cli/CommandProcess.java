package io.fieldhouse.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The command in a process of its own, whose words are read as they come. */
public final class CommandProcess implements AutoCloseable {
    private final Process process;
    private final boolean atTerminal;
    private final BufferedReader said;
    private final List<String> lines = new ArrayList<>();

    private CommandProcess(Process process, boolean atTerminal) {
        this.process = process;
        this.atTerminal = atTerminal;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    public static CommandProcess start(Map<String, String> environment, String... args) throws IOException {
        return start(environment, command(args), false);
    }

    /** At a terminal of Linux, where it draws, and hears the keys that are typed, also where tests run in the background. */
    public static CommandProcess startAtTerminal(Map<String, String> environment, String... args) throws IOException {
        Map<String, String> terminal = new HashMap<>(environment);
        terminal.put("TERM", "xterm");
        String line = command(args).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "stty cols 100 rows 40; exec env --default-signal=INT ", ""));
        return start(terminal, List.of("script", "-qefc", line, "/dev/null"), true);
    }

    private static List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Fieldhouse.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private static CommandProcess start(Map<String, String> environment, List<String> command, boolean atTerminal)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FIELDHOUSE_"));
        builder.environment().putAll(environment);
        return new CommandProcess(builder.start(), atTerminal);
    }

    /** Reads until a line has a text in it; fails where the process ends before. */
    public String awaitLine(String text) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("It ended without saying '" + text + "': " + lines);
    }

    /** Everything that was said until its end. */
    public List<String> awaitEnd() throws IOException, InterruptedException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
        }
        process.waitFor(1, TimeUnit.MINUTES);
        return lines;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Of TERM and INT the command makes the same; whoever is started in the background never hears INT. */
    public void signal(String name) throws IOException, InterruptedException {
        ProcessHandle command = atTerminal ? process.children().findFirst().orElseThrow() : process.toHandle();
        new ProcessBuilder("kill", "-" + name, String.valueOf(command.pid()))
                .start()
                .waitFor();
    }

    /** Ctrl-C, on the terminal. */
    public void typeInterrupt() throws IOException {
        process.getOutputStream().write(3);
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
