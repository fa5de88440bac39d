package io.fieldhouse.cli.source;

import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.config.Setting;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.wiring.SourceModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A source as the command knows it: how it is configured, reached, checked and shown. */
public interface Connector {
    /** Its name in the ledger. */
    String name();

    /** What it takes to reach it. */
    List<Setting<String>> access();

    /** Whether any setting of its access is configured. */
    boolean isConfigured();

    /**
     * Requires its complete access settings; asks for missing secrets at a terminal.
     *
     * @throws ConfigurationException that says what is missing
     */
    void requireAccess();

    /** Makes it a part of loads. */
    Connection connect();

    /** What the doctor asks it. */
    SourceChecks checks();

    /** What is loaded of it. */
    Shown loaded(Sql warehouse);

    /** The schemas of its views and facts. */
    List<String> schemas();

    /** The options that choose rows of one of its views. */
    List<String> choices(View view);

    /** The part of it that options name. */
    Part part(Asked asked, DataSource warehouse);

    /** How it is compared with a list of its owner; nothing where it cannot be. */
    Optional<Reconciling> reconciling();

    /** Has the records in quarantine read again by the next load of their units; a dry run only finds these. */
    Replay replay(DataSource warehouse, boolean dryRun);

    /** What to look at where it could not be reached; nothing where something else was thrown. */
    String advice(Throwable thrown);

    /** The message where no setting of its access is configured. */
    default String howToConfigure() {
        return name() + " is not configured. Set "
                + access().stream().map(Setting::key).collect(Collectors.joining(", "))
                + "; 'fieldhouse config show' explains them.";
    }

    /** What binds it; it is reached when it is asked something, and let go of at the end. */
    interface Connection extends AutoCloseable {
        SourceModule module();

        @Override
        void close();
    }

    /** A text for people, and the same for machines. */
    record Replay(String text, Map<String, Object> data) {}

    /** A text for people, and the rows that it is made of. */
    record Shown(String text, List<Map<String, @Nullable Object>> rows) {}
}
