package io.fieldhouse.cli;

import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/** Draws a load's matrix on a terminal, over and over in the same place. */
final class TerminalProgress implements LoadListener, AutoCloseable {
    private final Terminal terminal;
    private final Display display;
    private final LoadMatrix matrix;

    TerminalProgress(Terminal terminal, LoadPlan plan, Clock clock) {
        this.terminal = terminal;
        this.display = new Display(terminal, false);
        this.matrix = new LoadMatrix(plan, clock);
    }

    /** The terminal on the standard error, if it is one that can draw. */
    static Optional<Terminal> terminal() {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysErr)
                    .dumb(true)
                    .build();
            if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                terminal.close();
                return Optional.empty();
            }
            return Optional.of(terminal);
        } catch (IOException e) {
            // Lines will do.
            return Optional.empty();
        }
    }

    @Override
    public void preparing(String what) {
        matrix.preparing(what);
        draw();
    }

    @Override
    public void begun(Unit unit) {
        matrix.begun(unit);
        draw();
    }

    @Override
    public void ended(UnitResult result) {
        matrix.ended(result);
        draw();
    }

    private synchronized void draw() {
        int width = Math.max(20, terminal.getWidth());
        int height = Math.max(5, terminal.getHeight());
        List<AttributedString> lines =
                matrix.lines(width, height).stream().map(AttributedString::new).toList();
        display.resize(height, width);
        display.update(lines, 0, true);
    }

    /** Leaves the picture where it is, and goes on below it. */
    @Override
    public void close() {
        display.update(List.of(), 0, true);
        matrix.lines(Math.max(20, terminal.getWidth()), Math.max(5, terminal.getHeight()))
                .forEach(terminal.writer()::println);
        try {
            terminal.close();
        } catch (IOException e) {
            // It was only drawn on.
        }
    }
}
