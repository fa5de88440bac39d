package io.fieldhouse.cli.export;

import io.fieldhouse.cli.config.Nearest;
import io.fieldhouse.cli.source.Connector;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.source.View;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What can be exported: the views and facts of the sources that the login may read. Dimensions are not among them: their
 * views have what is current, without contact details.
 */
final class Views {
    private static final Statements SQL = Statements.of(Views.class);

    private final Sources sources;
    private final List<View> all;

    Views(Sources sources, DataSource warehouse) {
        this.sources = sources;
        List<String> schemas = sources.all().stream()
                .flatMap(source -> source.schemas().stream())
                .toList();
        this.all = new Database(warehouse).work("Looking for views", sql -> read(sql, schemas));
    }

    private static List<View> read(Sql sql, List<String> schemas) {
        return sql.with("schemas", schemas)
                .all(
                        SQL.get("all"),
                        row -> new View(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                texts(row.getArray(5)),
                                texts(row.getArray(6))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    List<View> all() {
        return all;
    }

    /** The source that a view is of. */
    Connector source(View view) {
        return sources.all().stream()
                .filter(source -> source.schemas().contains(view.schema()))
                .findFirst()
                .orElseThrow();
    }

    /** The one that is called so, with its schema or without. */
    View named(String name) {
        List<View> called = all.stream()
                .filter(view -> view.toString().equals(name) || view.name().equals(name))
                .toList();
        if (called.size() > 1) {
            throw new Refusal("'" + name + "' is in several schemas: name one of "
                    + called.stream().map(View::toString).collect(Collectors.joining(", ")) + ".");
        }
        return called.stream().findFirst().orElseThrow(() -> unknown(name));
    }

    private Refusal unknown(String name) {
        List<String> names = all.stream()
                .flatMap(view -> Stream.of(view.name(), view.toString()))
                .toList();
        return new Refusal("There is no view or fact '" + name + "' to export"
                + Nearest.to(name, names)
                        .map(near -> "; " + near + "?")
                        .orElse(": 'fieldhouse export --list' shows those that there are."));
    }
}
