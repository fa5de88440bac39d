package io.fieldhouse.servicetitan.reporting;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.servicetitan.transport.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** One page of a report as it came: its rows lie in the body, and are read one by one when they are asked for. */
final class ReportAnswer {
    private final Buffer body;
    private final int page;
    private final boolean hasMore;
    private final long totalCount;
    private final List<ReportField> fields;
    /** Where each row begins and ends in the body, in turn. */
    private final int[] bounds;
    /** How many cells the rows have: one number where it is the same for all, else some of them. */
    private final Set<Integer> widths;

    private ReportAnswer(Scan scan, boolean hasMore, List<ReportField> fields, int[] bounds) {
        this.body = scan.body;
        this.page = scan.page;
        this.hasMore = hasMore;
        this.totalCount = scan.totalCount;
        this.fields = fields;
        this.bounds = bounds;
        this.widths = scan.widths;
    }

    /** Which page ServiceTitan says it is; 0 where it does not say. */
    int page() {
        return page;
    }

    /** Whether there are others behind it. */
    boolean hasMore() {
        return hasMore;
    }

    /** How many rows there are in all; -1 where that was not said. */
    long totalCount() {
        return totalCount;
    }

    /** The columns of this very page. */
    List<ReportField> fields() {
        return fields;
    }

    /** How many rows there are. */
    int size() {
        return bounds.length / 2;
    }

    /**
     * Refuses a page that is well-formed, but cannot be told apart into cells of columns; asking again would bring the
     * same.
     */
    void requireSound(Request request) {
        Set<String> names = new HashSet<>();
        for (ReportField field : fields) {
            if (field.name() == null || field.name().isBlank()) {
                throw Failures.badAnswer(request, "A column of the report has no name");
            }
            if (!names.add(field.name())) {
                throw Failures.badAnswer(
                        request,
                        "Two columns of the report are called " + field.name()
                                + ", so they cannot be told apart: rename one in ServiceTitan");
            }
        }
        for (int width : widths) {
            if (width != fields.size()) {
                throw Failures.badAnswer(
                        request, "A row has " + width + " cells and the report " + fields.size() + " columns");
            }
        }
    }

    /** Reads a page; the body is the page's from here on. */
    static ReportAnswer read(Request request, Buffer body) {
        // Shares the bytes: an answer lies in memory once.
        Buffer rest = body.clone();
        JsonReader json = JsonReader.of(rest);
        try {
            return new Scan(request, body, rest).read(json);
        } catch (IOException | JsonDataException e) {
            throw Failures.unreadable(request, e, json);
        }
    }

    /** The JSON of the cells of a row. */
    List<String> cells(int row) {
        Buffer bytes = new Buffer();
        body.copyTo(bytes, bounds[2 * row], bounds[2 * row + 1] - bounds[2 * row]);
        JsonReader json = JsonReader.of(bytes);
        List<String> cells = new ArrayList<>(fields.size());
        try {
            json.beginArray();
            while (json.hasNext()) {
                try (var cell = json.nextSource()) {
                    cells.add(cell.readUtf8().strip());
                }
            }
            json.endArray();
        } catch (IOException e) {
            throw new IllegalStateException("A row that was read once cannot be read again", e);
        }
        return cells;
    }

    @Override
    public String toString() {
        return "ReportAnswer[page " + page + ", " + size() + " rows]";
    }

    /** One pass over an answer. */
    private static final class Scan {
        private static final JsonReader.Options ENVELOPE =
                JsonReader.Options.of("page", "hasMore", "totalCount", "fields", "data");
        private static final JsonReader.Options FIELD = JsonReader.Options.of("name", "label", "dataType");

        private final Request request;
        private final Buffer body;
        private final Buffer rest;
        private int page;
        private @Nullable Boolean hasMore;
        private long totalCount = -1;
        private @Nullable List<ReportField> fields;
        private int @Nullable [] bounds;
        private final Set<Integer> widths = new HashSet<>();

        private Scan(Request request, Buffer body, Buffer rest) {
            this.request = request;
            this.body = body;
            this.rest = rest;
        }

        private ReportAnswer read(JsonReader json) throws IOException {
            json.beginObject();
            while (json.hasNext()) {
                int name = json.selectName(ENVELOPE);
                if (name < 0) {
                    json.skipName();
                    json.skipValue();
                } else if (json.peek() == JsonReader.Token.NULL) {
                    json.skipValue();
                } else {
                    switch (name) {
                        case 0 -> page = json.nextInt();
                        case 1 -> hasMore = json.nextBoolean();
                        case 2 -> totalCount = json.nextLong();
                        case 3 -> {
                            requireFirst(fields, "fields");
                            fields = fields(json);
                        }
                        default -> {
                            requireFirst(bounds, "data");
                            bounds = rows(json);
                        }
                    }
                }
            }
            json.endObject();
            return whole();
        }

        private void requireFirst(@Nullable Object before, String name) {
            if (before != null) {
                throw Failures.badAnswer(request, "The answer has " + name + " twice, so the value is ambiguous");
            }
        }

        private static List<ReportField> fields(JsonReader json) throws IOException {
            List<ReportField> fields = new ArrayList<>();
            json.beginArray();
            while (json.hasNext()) {
                if (json.peek() == JsonReader.Token.STRING) {
                    fields.add(new ReportField(json.nextString(), null, null));
                    continue;
                }
                @Nullable String[] said = new @Nullable String[3];
                json.beginObject();
                while (json.hasNext()) {
                    int part = json.selectName(FIELD);
                    if (part < 0 || json.peek() == JsonReader.Token.NULL) {
                        if (part < 0) {
                            json.skipName();
                        }
                        json.skipValue();
                    } else {
                        said[part] = json.nextString();
                    }
                }
                json.endObject();
                fields.add(new ReportField(said[0], said[1], said[2]));
            }
            json.endArray();
            return fields;
        }

        private int[] rows(JsonReader json) throws IOException {
            int[] found = new int[256];
            int count = 0;
            json.beginArray();
            while (json.hasNext()) {
                // Having peeked, the reader stands behind the bracket; having read, right behind its fellow.
                json.beginArray();
                if (count + 2 > found.length) {
                    found = Arrays.copyOf(found, 2 * found.length);
                }
                found[count] = (int) (body.size() - rest.size() - 1);
                int width = 0;
                while (json.hasNext()) {
                    json.skipValue();
                    width++;
                }
                json.endArray();
                found[count + 1] = (int) (body.size() - rest.size());
                count += 2;
                if (widths.size() < 2) {
                    widths.add(width);
                }
            }
            json.endArray();
            return Arrays.copyOf(found, count);
        }

        private ReportAnswer whole() {
            if (fields == null || bounds == null || hasMore == null) {
                throw Failures.badAnswer(
                        request, "The answer has no columns, no rows, or does not say whether there are more");
            }
            return new ReportAnswer(this, hasMore, List.copyOf(fields), bounds);
        }
    }
}
