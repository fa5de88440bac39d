package io.fieldhouse.cli.source;

import com.google.inject.Binder;
import com.google.inject.multibindings.MapBinder;
import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.config.Setting;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.wiring.SourceModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A source of tests' own. */
public record InventedConnector(Source source, boolean isConfigured) implements Connector {
    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<Setting<String>> access() {
        return List.of(Settings.CALENDAR_FIRST);
    }

    @Override
    public void requireAccess() {
        if (!isConfigured) {
            throw new ConfigurationException(List.of(howToConfigure()));
        }
    }

    @Override
    public Connection connect() {
        return new Connection() {
            @Override
            public SourceModule module() {
                return new Bound(source);
            }

            @Override
            public void close() {}
        };
    }

    private record Bound(Source source) implements SourceModule {
        @Override
        public void configure(Binder binder) {
            MapBinder.newMapBinder(binder, String.class, Source.class)
                    .addBinding(source.name())
                    .toInstance(source);
        }
    }

    @Override
    public SourceChecks checks() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Shown loaded(Sql warehouse) {
        return new Shown(name() + " is loaded." + System.lineSeparator(), List.of());
    }

    @Override
    public List<String> schemas() {
        return List.of(name());
    }

    @Override
    public List<String> choices(View view) {
        return List.of();
    }

    /** Everything, whatever is asked for. */
    @Override
    public Part part(Asked asked, DataSource warehouse) {
        return new Part() {
            @Override
            public SqlText rows(View view) {
                return SqlText.of("true");
            }

            @Override
            public SqlText issues() {
                return SqlText.of("true");
            }

            @Override
            public Map<String, Object> values() {
                return Map.of();
            }

            @Override
            public Gaps gaps(View view, DataSource warehouse) {
                return new Gaps(List.of(), Map.of());
            }
        };
    }

    @Override
    public Optional<Reconciling> reconciling() {
        return Optional.empty();
    }

    @Override
    public Replay replay(DataSource warehouse, boolean dryRun) {
        return new Replay(name() + " has nothing to read again.", Map.of("units", List.of()));
    }

    @Override
    public String advice(Throwable thrown) {
        return "";
    }
}
