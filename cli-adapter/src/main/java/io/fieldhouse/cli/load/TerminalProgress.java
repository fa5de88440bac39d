package io.fieldhouse.cli.load;

import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** Draws a load's matrix on a terminal, over and over in the same place. */
final class TerminalProgress implements LoadListener, AutoCloseable {
    private final Terminal terminal;
    private final Display display;
    private final LoadMatrix matrix;
    private final @Nullable Object onResize;
    private volatile Size size;

    TerminalProgress(Terminal terminal, LoadPlan plan, Clock clock) {
        this.terminal = terminal;
        this.size = terminal.getSize();
        // To ask for the size may take a process: once, and when it changes.
        this.onResize = Signals.register("WINCH", () -> size = terminal.getSize());
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
                    // Ctrl-C is for those who know how to stop.
                    .nativeSignals(false)
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
    public void found(List<Step> steps) {
        matrix.found(steps);
        draw();
    }

    @Override
    public void begun(Step step, Unit unit) {
        matrix.begun(step, unit);
        draw();
    }

    @Override
    public void waiting(Unit unit) {
        matrix.waiting(unit);
        draw();
    }

    @Override
    public void ended(UnitResult result) {
        matrix.ended(result);
        draw();
    }

    private synchronized void draw() {
        display.resize(height(), width());
        display.update(lines().map(AttributedString::new).toList(), 0, true);
    }

    private Stream<String> lines() {
        return matrix.lines(width(), height()).stream();
    }

    private int width() {
        return Math.max(20, size.getColumns());
    }

    private int height() {
        return Math.max(5, size.getRows());
    }

    /** Leaves the picture where it is, and goes on below it. */
    @Override
    public synchronized void close() {
        // What asks the terminal must not take an interrupt that is meant for the load.
        boolean interrupted = Thread.interrupted();
        try {
            Signals.unregister("WINCH", onResize);
            display.update(List.of(), 0, true);
            lines().forEach(terminal.writer()::println);
            terminal.close();
        } catch (IOException e) {
            // It was only drawn on.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
