package io.fieldhouse.etl.wiring;

import com.google.inject.Binder;
import com.google.inject.Provides;
import com.google.inject.multibindings.ProvidesIntoMap;
import com.google.inject.multibindings.StringMapKey;
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
    public void configure(Binder binder) {}

    @Provides
    TrackTikSource tracktik(Database warehouse, Clock clock) {
        return new TrackTikSource(client, warehouse, settings, clock);
    }

    @ProvidesIntoMap
    @StringMapKey(TrackTikSource.NAME)
    static Source source(TrackTikSource tracktik) {
        return tracktik;
    }
}
