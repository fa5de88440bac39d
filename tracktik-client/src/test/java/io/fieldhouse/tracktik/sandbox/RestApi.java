package io.fieldhouse.tracktik.sandbox;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Answers questions about the resources of one world. */
final class RestApi {
    static final String BATCH = "batch/resources";

    /** Begins the paths of the user's own rows. */
    static final String ME = "me/";

    private static final Set<String> OF_SINGLE_RECORDS = Set.of("include", "fields", "extension", "includeInactive");

    private final Catalog catalog;
    private final SandboxOptions options;
    private final Selection.Memory selections = new Selection.Memory();

    RestApi(World world, SandboxOptions options) {
        this.catalog = new Catalog(world, options.timestamps());
        this.options = options;
    }

    World world() {
        return catalog.world();
    }

    /** Answers a path below {@code /rest/v1/}. */
    MockResponse answer(String path, HttpUrl url, @Nullable String regionFilter, Twist twist) {
        try {
            return Answers.json(200, read(path, url, regions(regionFilter, twist), twist));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Json read(String path, HttpUrl url, Set<Long> regions, Twist twist) {
        int slash = path.indexOf('/');
        if (path.startsWith(ME)) {
            return collection(served(path.substring(ME.length())), url, regions, world().user(), twist);
        }
        return slash < 0
                ? collection(served(path), url, regions, null, twist)
                : single(served(path.substring(0, slash)), path.substring(slash + 1), url, twist);
    }

    MockResponse batch(String body, HttpUrl url, @Nullable String regionFilter, Twist twist) {
        try {
            Set<Long> regions = regions(regionFilter, twist);
            return Batch.of(body).answer(resource -> {
                return collection(served(resource.name()), resource.url(url), regions, null, twist);
            });
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Table<?> served(String resource) {
        Table<?> table = catalog.find(resource);
        if (table == null) {
            throw new Refusal(404, "The resource " + resource + " does not exist");
        }
        return table;
    }

    /** Ids of no region are dropped without a word; if none is left, there is no filter at all. */
    private static Set<Long> regions(@Nullable String header, Twist twist) {
        Set<Long> known = new HashSet<>();
        for (String id : header == null || !twist.regionsHeeded() ? List.<String>of() : Values.commaSeparated(header)) {
            if (Values.digits(id.trim()) && Region.byId(Long.parseLong(id.trim())) != null) {
                known.add(Long.parseLong(id.trim()));
            }
        }
        return known;
    }

    /** All rows that match, or of those the user's own where one is given. */
    private <R> Json collection(Table<R> table, HttpUrl url, Set<Long> regions, @Nullable Employee user, Twist twist) {
        Query<R> query = new Query<>(catalog, table, url, regions);
        if (user != null) {
            query.restrictTo(user);
        }
        Projection<R> projection = Projection.of(catalog, table, query.include, query.fields, true)
                .misstating(table, twist.misstatement());
        boolean shifts = table.name().equals("shifts");
        if (shifts && query.days() > options.mostDaysInTime()) {
            throw tooSlow();
        }
        Selection selection = selections.of(query, catalog.world());
        if (shifts && selection.count() > options.mostRowsInTime()) {
            throw tooSlow();
        }
        long from = twist.rowsFrom().applyAsLong(query.offset, selection.count());
        long count = twist.count().applyAsLong(query.offset, selection.count());
        long left = Math.max(0, selection.count() - from);
        return out -> {
            out.beginObject();
            out.name("meta").beginObject();
            out.name("count").value(count);
            request(out, table);
            out.name("itemCount").value(Math.min(query.limit, left));
            security(out, table);
            out.name("limit").value(query.limit);
            out.name("offset").value(query.offset);
            out.endObject();
            out.name("data").beginArray();
            selection.page(query, from, query.limit, row -> write(out, projection, row));
            out.endArray();
            out.endObject();
        };
    }

    private static <R> void write(JsonWriter out, Projection<R> projection, R row) {
        try {
            projection.write(out, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refusal tooSlow() {
        TrackTikSandbox.pause(options.timeoutAfter());
        return Refusal.timeout();
    }

    private <R> Json single(Table<R> table, String id, HttpUrl url, Twist twist) {
        R row = table.byId(id);
        if (row == null) {
            throw new Refusal(404, "No record of " + table.name() + " has that id");
        }
        for (String name : url.queryParameterNames()) {
            if (!OF_SINGLE_RECORDS.contains(name)) {
                throw Refusal.badRequest(name + " is not a field in " + table.name());
            }
        }
        Projection<R> projection = Projection.of(
                        catalog, table, Query.words(url, "include"), Query.words(url, "fields"), false)
                .misstating(table, twist.misstatement())
                .extended(table, Query.words(url, "extension"));
        return out -> {
            out.beginObject();
            out.name("meta").beginObject();
            request(out, table);
            security(out, table);
            out.endObject();
            out.name("data");
            projection.write(out, row);
            out.endObject();
        };
    }

    private static void request(JsonWriter out, Table<?> table) throws IOException {
        out.name("request").beginArray().value(table.name()).endArray();
    }

    private static void security(JsonWriter out, Table<?> table) throws IOException {
        out.name("security").beginObject();
        out.name("granted").value(true);
        out.name("requested").value("admin:" + table.name() + ":view");
        out.name("grantedBy").value("admin:*");
        out.name("scope").nullValue();
        out.endObject();
        out.name("debug").nullValue();
        out.name("resource").value(table.name());
    }
}
