package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.Setting;
import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.cli.source.Asked;
import io.fieldhouse.cli.source.Connector;
import io.fieldhouse.cli.source.Part;
import io.fieldhouse.cli.source.Reconciling;
import io.fieldhouse.cli.source.SourceChecks;
import io.fieldhouse.cli.source.View;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.tracktik.TrackTikSource;
import io.fieldhouse.etl.wiring.SourceModule;
import io.fieldhouse.etl.wiring.TrackTikModule;
import io.fieldhouse.tracktik.TrackTik;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** TrackTik as the command knows it. */
public final class TrackTikConnector implements Connector {
    private final Workplace workplace;

    public TrackTikConnector(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String name() {
        return TrackTikSource.NAME;
    }

    @Override
    public List<Setting<String>> access() {
        return TrackTikConfiguration.ACCESS;
    }

    @Override
    public boolean isConfigured() {
        return TrackTikConfiguration.missing(workplace.configuration()).size() < TrackTikConfiguration.ACCESS.size();
    }

    @Override
    public void requireAccess() {
        TrackTikAccess.config(workplace);
    }

    @Override
    public Connection connect() {
        return new Lazily();
    }

    @Override
    public SourceChecks checks() {
        return new TrackTikChecks(workplace);
    }

    @Override
    public Shown loaded(Sql warehouse) {
        Coverage coverage = Coverage.of(warehouse, PeriodEnds.of(workplace));
        return new Shown(coverage.text(), coverage.cells());
    }

    @Override
    public List<String> schemas() {
        return List.of("tracktik");
    }

    @Override
    public List<String> choices(View view) {
        return BillingPart.choices(view);
    }

    @Override
    public Part part(Asked asked, DataSource warehouse) {
        return BillingPart.of(asked, workplace, warehouse);
    }

    @Override
    public Optional<Reconciling> reconciling() {
        return Optional.of(new BillingReconciling(workplace));
    }

    @Override
    public Replay replay(DataSource warehouse, boolean dryRun) {
        return new ShiftReplay(workplace, dryRun).of(warehouse);
    }

    @Override
    public String advice(Throwable thrown) {
        return TrackTikAccess.advice(workplace, thrown);
    }

    private final class Lazily implements Connection {
        private @Nullable TrackTik client;

        @Override
        public SourceModule module() {
            return new TrackTikModule(TrackTikConfiguration.load(workplace.configuration()), this::client);
        }

        private synchronized TrackTik client() {
            if (client == null) {
                client = TrackTik.connect(TrackTikAccess.config(workplace));
            }
            return client;
        }

        @Override
        public synchronized void close() {
            if (client != null) {
                client.close();
            }
        }
    }
}
