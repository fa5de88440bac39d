package io.fieldhouse.etl.wiring;

import com.google.inject.Binder;
import com.google.inject.Provider;
import com.google.inject.multibindings.MapBinder;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import io.fieldhouse.etl.tracktik.TrackTikSource;
import io.fieldhouse.tracktik.TrackTik;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Binds TrackTik.
 *
 * @param settings what the owner decides
 * @param client gives the client when TrackTik is asked something; it throws where TrackTik is not configured
 */
public record TrackTikModule(TrackTikSettings settings, Supplier<TrackTik> client) implements SourceModule {
    @Override
    public void configure(Binder binder) {
        Provider<Database> warehouse = binder.getProvider(Database.class);
        Provider<Clock> clock = binder.getProvider(Clock.class);
        MapBinder.newMapBinder(binder, String.class, Source.class)
                .addBinding(TrackTikSource.NAME)
                .toProvider(() -> new TrackTikSource(client, warehouse.get(), settings, clock.get()));
    }
}
