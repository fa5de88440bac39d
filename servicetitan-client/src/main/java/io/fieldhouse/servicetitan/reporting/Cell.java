package io.fieldhouse.servicetitan.reporting;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a report's row. Columns hold what they are not declared to hold: each accessor gives what the cell can be taken
 * for, and null where it cannot.
 *
 * @param column its column; the type as declared, which may be wrong
 * @param json what came, byte for byte
 */
public record Cell(ReportField column, String json) {
    /** Whether nothing is in it. */
    public boolean isNull() {
        return json.equals("null");
    }

    /** What is in it as text; null where nothing is. Lists and objects come as JSON. */
    public @Nullable String text() {
        if (isNull()) {
            return null;
        }
        if (!json.startsWith("\"")) {
            return json;
        }
        try {
            return JsonReader.of(new Buffer().writeUtf8(json)).nextString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number, also where it came as text; exact. */
    public @Nullable BigDecimal number() {
        return as(Values::number);
    }

    /**
     * The day that is written in it, as it stands: the time and the offset behind it do not move it. The first day of the
     * first year, which is .NET's word for none, is none.
     */
    public @Nullable LocalDate day() {
        return as(Values::day);
    }

    /** The moment, cut to microseconds; only where it came with an offset, and is not .NET's none. */
    public @Nullable Instant moment() {
        return as(Values::moment);
    }

    /** Yes or no, also where it came as text. */
    public @Nullable Boolean flag() {
        return as(Values::flag);
    }

    private <T> @Nullable T as(Function<String, @Nullable T> reading) {
        String text = text();
        return text == null || isCompound() ? null : reading.apply(text);
    }

    /** Whether it says that there is no day and no moment; its text is there all the same. */
    boolean isNoTime() {
        return Boolean.TRUE.equals(as(Values::isNoTime));
    }

    private boolean isCompound() {
        return json.startsWith("[") || json.startsWith("{");
    }

    /** Why it is not what its column is declared to hold, without what is in it; empty where it is, or is null. */
    public String misfit() {
        if (isNull()) {
            return "";
        }
        String type = Objects.requireNonNullElse(column.dataType(), "");
        boolean fits = switch (type) {
            case "Number" -> number() != null;
            case "Boolean" -> flag() != null;
            case "Date" -> day() != null || isNoTime();
            default -> !isCompound();
        };
        return fits ? "" : column.name() + ": expected " + (type.isEmpty() ? "a single value" : "a " + type);
    }

    /** Its column, and nothing of what is in it. */
    @Override
    public String toString() {
        return "Cell[" + column.name() + "]";
    }
}
