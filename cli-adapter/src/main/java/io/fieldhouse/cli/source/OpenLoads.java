package io.fieldhouse.cli.source;

import io.fieldhouse.etl.load.Loads;
import java.util.List;

/** The loads of a warehouse, for as long as a command needs them. */
public record OpenLoads(Loads loads, List<Connector.Connection> connections) implements AutoCloseable {
    @Override
    public void close() {
        connections.forEach(Connector.Connection::close);
    }
}
