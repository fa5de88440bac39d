package io.fieldhouse.warehouse;

import io.fieldhouse.warehouse.WarehouseException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a warehouse consists of, object by object: the columns, constraints, indexes, triggers, routines and views, each
 * with its definition. The listing of the current version is a resource, made from a migrated database.
 */
final class SchemaListing {
    static final List<String> SCHEMAS =
            List.of("etl", "staging", "st_dim", "st_kpi_mart", "st_mart", "st_raw", "st_raw_v2", "tracktik");

    static final String RESOURCE = "schema-listing.tsv";

    private static final int SHOWN = 5;

    private final SortedMap<String, String> definitions;

    private SchemaListing(SortedMap<String, String> definitions) {
        this.definitions = definitions;
    }

    /** The listing that the migrations of this code lead to. */
    static SchemaListing current() {
        return parse(Resources.text(RESOURCE));
    }

    static SchemaListing parse(String text) {
        SortedMap<String, String> definitions = new TreeMap<>();
        text.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            definitions.put(line.substring(0, tab), line.substring(tab + 1).translateEscapes());
        });
        return new SchemaListing(definitions);
    }

    /** The listing of a database. A view that is the same as in this listing has the same text, whatever the server prints. */
    SchemaListing of(Connection connection) throws SQLException {
        SortedMap<String, String> found = new TreeMap<>();
        connection.setAutoCommit(false);
        try (var setting = connection.createStatement();
                var query = connection.prepareStatement(Resources.text("schema-listing.sql"))) {
            // The server leaves out the names of schemas that the search path leads to.
            setting.execute("SET LOCAL search_path TO pg_catalog");
            query.setArray(1, connection.createArrayOf("text", SCHEMAS.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getString(2));
                }
            }
            ViewTexts views = new ViewTexts(connection);
            for (Map.Entry<String, String> known : definitions.entrySet()) {
                String there = found.get(known.getKey());
                if (isView(known.getKey()) && there != null && views.areTheSame(known.getValue(), there)) {
                    found.put(known.getKey(), known.getValue());
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return new SchemaListing(found);
    }

    /**
     * Compares a database with this listing.
     *
     * @return what is there beyond it, tables as one
     * @throws WarehouseException if anything of this listing is missing or different
     */
    List<String> compareWith(Connection connection) throws SQLException {
        SortedMap<String, String> found = of(connection).definitions;
        SortedMap<String, String> known = new TreeMap<>(definitions);
        List<String> wrong = relationsBeyond(known, found);
        wrong.replaceAll(relation -> relation + " is missing");
        known.forEach((object, definition) -> {
            String there = found.get(object);
            if (there == null) {
                wrong.add(object + " is missing" + wanted(object, definition));
            } else if (!definition.equals(there)) {
                wrong.add(object + " differs" + wanted(object, definition));
            }
        });
        if (!wrong.isEmpty()) {
            String shown = String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())));
            throw new WarehouseException(
                    Kind.CHANGED_BY_HAND,
                    "The warehouse was changed by hand: " + shown
                            + (wrong.size() > SHOWN ? "; and " + (wrong.size() - SHOWN) + " more" : "")
                            + ". Undo these changes, then migrate again; docs/warehouse.md describes how.");
        }
        List<String> unexpected = relationsBeyond(found, definitions);
        found.keySet().removeAll(definitions.keySet());
        unexpected.addAll(found.keySet());
        return unexpected;
    }

    /** What an object has to be, where that fits into a line. */
    private static String wanted(String object, String definition) {
        return isView(object) || object.startsWith("routine ") || definition.isEmpty()
                ? ""
                : " (expected: " + definition.replaceAll("\\s+", " ") + ")";
    }

    private static boolean isView(String object) {
        return object.startsWith("view ");
    }

    /** The tables and views that only the first has, which it loses with all that belongs to them. */
    private static List<String> relationsBeyond(SortedMap<String, String> listing, SortedMap<String, String> other) {
        List<String> beyond = new ArrayList<>();
        for (String object : List.copyOf(listing.keySet())) {
            boolean relation = object.startsWith("table ") || isView(object);
            if (relation && !other.containsKey(object)) {
                beyond.add(object);
                String belonging = object.substring(object.indexOf(' ')) + ".";
                listing.keySet().removeIf(part -> part.equals(object) || part.contains(belonging));
            }
        }
        return beyond;
    }

    /** Kind and name of each object, such as {@code table tracktik.fact_shifts}. */
    Set<String> objects() {
        return definitions.keySet();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        definitions.forEach((object, definition) -> text.append(object)
                .append('\t')
                .append(definition.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n'));
        return text.toString();
    }
}
