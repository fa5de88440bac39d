package io.fieldhouse.servicetitan.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;

/** Answers questions about the entities of one world. */
final class RestApi {
    private final World world;
    private final Lists lists;
    private final Feeds feeds;
    private final Map<String, Table<?>> tables = new HashMap<>();
    private final Map<String, Table<?>> feedTables = new HashMap<>();

    RestApi(World world, SandboxOptions options, FeedOrders orders, int generation) {
        this.world = world;
        this.lists = new Lists(options);
        this.feeds = new Feeds(options, orders, generation);
        for (Table<?> table : Catalog.of(world)) {
            if (table.listed()) {
                tables.put(table.path(), table);
            }
            if (table.hasFeed()) {
                feedTables.put(table.feedPath(), table);
            }
        }
    }

    /** The paths of its lists and feeds. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>(tables.keySet());
        paths.addAll(feedTables.keySet());
        return paths;
    }

    World world() {
        return world;
    }

    /** Answers a path without its tenant. */
    MockResponse answer(String path, HttpUrl url, Twist twist, long number) {
        Table<?> feed = feedTables.get(path);
        if (feed != null) {
            return Answers.json(200, feeds.page(feed, world.changes().order(feed.entity()), url, twist));
        }
        Table<?> table = tables.get(path);
        if (table != null) {
            return Answers.json(200, lists.page(table, url, twist, number));
        }
        int slash = path.lastIndexOf('/');
        Table<?> parent = tables.get(path.substring(0, Math.max(0, slash)));
        if (parent == null) {
            throw Refusal.notFound("Resource not found");
        }
        JsonBytes single = Lists.single(parent, Filter.whole("id", path.substring(slash + 1)), twist);
        if (single == null) {
            throw Refusal.notFound("No row of " + parent.path() + " has that id");
        }
        return Answers.json(200, single);
    }
}
