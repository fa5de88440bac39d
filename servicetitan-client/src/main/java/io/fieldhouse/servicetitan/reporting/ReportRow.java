package io.fieldhouse.servicetitan.reporting;

import com.squareup.moshi.JsonWriter;
import io.fieldhouse.servicetitan.transport.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A row of a report. Its cells go by their names, never by their places, which differ between pages. Immutable.
 *
 * <p>The typed accessors give null where nothing is in the cell, and throw where something else is: nothing is lost without a
 * word. Who loads rows as they come takes the {@link #cell}, which says what it can be taken for.
 */
public final class ReportRow {
    private static final Set<String> TOTALS = Set.of("total", "totals", "grand total", "grand totals");

    private final Columns columns;
    private final List<String> cells;
    private final String page;
    private final int number;

    /**
     * Takes what it has and where it is.
     *
     * @param page which page of which report, for a failure to name
     * @param number which row of it, from 1
     */
    ReportRow(Columns columns, List<String> cells, String page, int number) {
        this.columns = columns;
        this.cells = cells;
        this.page = page;
        this.number = number;
    }

    /** The names of the columns, in the order of this row's page. */
    public List<String> names() {
        return columns.names();
    }

    /** Whether there is a column of that name. */
    public boolean has(String name) {
        return columns.place(name) != null;
    }

    /**
     * A cell.
     *
     * @throws IllegalArgumentException if there is no column of that name, naming the nearest
     */
    public Cell cell(String name) {
        Integer place = columns.place(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "The report has no column " + name + ". The nearest are " + Nearest.to(name, names()) + ".");
        }
        return cell(place);
    }

    private Cell cell(int place) {
        return new Cell(columns.fields().get(place), cells.get(place));
    }

    /** A cell's text, also of a number. */
    public @Nullable String text(String name) {
        return cell(name).text();
    }

    /**
     * A cell's number, also where it came as text
     *
     * @throws IllegalStateException if something else is in it, naming the row and not what came
     */
    public @Nullable BigDecimal number(String name) {
        return typed(name, Cell::number, "a number");
    }

    /**
     * The day that is written in a cell, as it stands
     *
     * @throws IllegalStateException if something else is in it, naming the row and not what came
     */
    public @Nullable LocalDate day(String name) {
        return cell(name).isNoTime() ? null : typed(name, Cell::day, "a date");
    }

    /**
     * A cell's moment, cut to microseconds
     *
     * @throws IllegalStateException if something else is in it, naming the row and not what came
     */
    public @Nullable Instant moment(String name) {
        return cell(name).isNoTime() ? null : typed(name, Cell::moment, "a time with its offset");
    }

    /**
     * A cell's yes or no
     *
     * @throws IllegalStateException if something else is in it, naming the row and not what came
     */
    public @Nullable Boolean flag(String name) {
        return typed(name, Cell::flag, "true or false");
    }

    private <T> @Nullable T typed(String name, Function<Cell, @Nullable T> reading, String expected) {
        Cell cell = cell(name);
        T value = reading.apply(cell);
        if (value == null
                && !cell.isNull()
                && !Objects.requireNonNull(cell.text()).isBlank()) {
            throw new IllegalStateException("Row " + number + " of " + page + ", " + name + ": expected " + expected
                    + ". cell(\"" + name + "\") has what came instead.");
        }
        return value;
    }

    /** The cells that are not what their columns are declared to hold. */
    public List<Cell> misfits() {
        List<Cell> misfits = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cell(i);
            if (!cell.misfit().isEmpty()) {
                misfits.add(cell);
            }
        }
        return misfits;
    }

    /**
     * Whether this is a row of totals, such as ServiceTitan puts below a report: it has numbers, and the one thing that stands
     * in a column that is declared to hold no number is the word for a total. Without that word it is never one: what
     * nobody was assigned to looks just like it.
     */
    public boolean isTotal() {
        boolean called = false;
        boolean counts = false;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cell(i);
            String text = Objects.requireNonNullElse(cell.text(), "").strip();
            if (text.isEmpty()) {
                continue;
            }
            if ("Number".equals(cell.column().dataType())) {
                counts = true;
            } else if (called || !isWordForTotal(text)) {
                return false;
            } else {
                called = true;
            }
        }
        return counts && called;
    }

    private static boolean isWordForTotal(String text) {
        String word = text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
        return TOTALS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a row of another page has the same in each column, byte for byte, in whatever order the columns are. */
    boolean isSameAs(ReportRow other) {
        return names().stream()
                .allMatch(name -> other.has(name)
                        && cell(name).json().equals(other.cell(name).json()));
    }

    /** The row as an object, its values byte for byte as they came. */
    public ByteString json() {
        Buffer json = new Buffer();
        try (JsonWriter writer = JsonWriter.of(json)) {
            writer.beginObject();
            List<String> names = names();
            for (int i = 0; i < cells.size(); i++) {
                writer.name(names.get(i)).value(new Buffer().writeUtf8(cells.get(i)));
            }
            writer.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.readByteString();
    }

    /** How many cells there are, and nothing of what is in them. */
    @Override
    public String toString() {
        return "ReportRow[" + cells.size() + " cells]";
    }
}
