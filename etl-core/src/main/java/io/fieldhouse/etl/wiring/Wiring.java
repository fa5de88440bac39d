package io.fieldhouse.etl.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.Loads;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.sql.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Makes the loads of a program: once. */
public final class Wiring {
    private Wiring() {}

    /**
     * Wires loads.
     *
     * @param warehouse the warehouse, for whose data source the login is a member of the loader role
     * @param limits what a load may take, and what stops it
     * @param process which process of which machine this is, for the ledger
     * @param sources what binds each source
     */
    public static Loads loads(
            DataSource warehouse,
            LoadLimits limits,
            String process,
            Clock clock,
            List<? extends SourceModule> sources) {
        List<Module> modules = new ArrayList<>(sources);
        modules.add(new CoreModule(new Database(warehouse), limits, process, clock));
        return Guice.createInjector(modules).getInstance(Loads.class);
    }

    private static final class CoreModule extends AbstractModule {
        private final Database warehouse;
        private final LoadLimits limits;
        private final String process;
        private final Clock clock;

        CoreModule(Database warehouse, LoadLimits limits, String process, Clock clock) {
            this.warehouse = warehouse;
            this.limits = limits;
            this.process = process;
            this.clock = clock;
        }

        /** Of classes that the injector is to call itself, it makes others, by means that newer JDKs warn of. */
        @Override
        protected void configure() {
            MapBinder.newMapBinder(binder(), String.class, Source.class);
            Provider<Map<String, Source>> sources = getProvider(Key.get(new TypeLiteral<Map<String, Source>>() {}));
            bind(Database.class).toInstance(warehouse);
            bind(Clock.class).toInstance(clock);
            bind(Loads.class).toProvider(() -> new Loads(sources.get(), warehouse, limits, process, clock));
        }
    }
}
