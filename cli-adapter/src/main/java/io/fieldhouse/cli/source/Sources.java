package io.fieldhouse.cli.source;

import io.fieldhouse.cli.config.LoadConfiguration;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.wiring.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The sources that the command knows. */
public final class Sources {
    private final Workplace workplace;
    private final List<Connector> all;

    public Sources(Workplace workplace, List<? extends Connector> all) {
        this.workplace = workplace;
        this.all = List.copyOf(all);
    }

    public List<Connector> all() {
        return all;
    }

    /** The sources with any access setting configured. */
    public List<Connector> configured() {
        return all.stream().filter(Connector::isConfigured).toList();
    }

    /** The sources without any access setting configured. */
    public List<Connector> unconfigured() {
        return all.stream().filter(connector -> !connector.isConfigured()).toList();
    }

    /** The source of a name that the command knows. */
    public Connector named(String name) {
        return all.stream()
                .filter(connector -> connector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The condition {@code chosen} on an issue {@code i}, and the values that it names. */
    public Map<String, Object> issues(Asked asked, DataSource warehouse) {
        if (asked.isEverything()) {
            return Map.of("chosen", SqlText.of("true"));
        }
        Map<String, Object> values = new HashMap<>();
        List<SqlText> conditions = new ArrayList<>();
        for (Connector connector : all) {
            Part part = connector.part(asked, warehouse);
            conditions.add(SqlText.of("WHEN '" + connector.name() + "' THEN :condition ")
                    .with("condition", part.issues()));
            values.putAll(part.values());
        }
        values.put(
                "chosen", SqlText.of("CASE i.source :conditions END").with("conditions", SqlText.join("", conditions)));
        return values;
    }

    /** How lists are compared with what is loaded. */
    public Reconciling reconciling() {
        return all.stream()
                .flatMap(connector -> connector.reconciling().stream())
                .findFirst()
                .orElseThrow(() -> new Refusal("No source can be compared with a list."));
    }

    /** Opens the loads of a warehouse. */
    public OpenLoads loads(OpenWarehouse warehouse) {
        LoadLimits limits = LoadConfiguration.limits(workplace.configuration());
        List<Connector.Connection> connections =
                all.stream().map(Connector::connect).toList();
        return new OpenLoads(
                Wiring.loads(
                        warehouse.pool(limits.runner().connections()),
                        limits,
                        workplace.process(),
                        workplace.clock(),
                        connections.stream().map(Connector.Connection::module).toList()),
                connections);
    }

    /** What the sources know by names, such as their feeds. */
    public List<String> names(OpenWarehouse warehouse, Function<Source, List<String>> which) {
        try (OpenLoads open = loads(warehouse)) {
            return open.loads().sources().stream()
                    .flatMap(source -> which.apply(source).stream())
                    .toList();
        }
    }

    /** What to look at where a source could not be reached. */
    public String advice(Throwable thrown) {
        return all.stream().map(connector -> connector.advice(thrown)).collect(Collectors.joining());
    }
}
