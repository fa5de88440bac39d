package io.fieldhouse.cli.workplace;

import io.fieldhouse.cli.config.Configuration;
import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.config.Setting;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.database.EmbeddedServer;
import io.fieldhouse.cli.database.OwnServer;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.failure.Failure;
import io.fieldhouse.cli.failure.Misuse;
import io.fieldhouse.cli.log.CommandLog;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.warehouse.WarehouseException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;

/** What commands work with: the configuration, and what is opened by it. */
public final class Workplace {
    private static final String NOBODY = "Without a terminal, the command cannot prompt for it: name"
            + " a file that holds it, or let the command write to one by --output, if it has that.";

    private final Map<String, String> environment;
    private final GlobalOptions options;
    private final Clock clock;
    private final @Nullable Prompt prompt;
    private @Nullable Configuration configuration;
    private @Nullable CommandLog log;

    /** Takes somebody who can be asked for secrets, if there is anybody. */
    public Workplace(Map<String, String> environment, GlobalOptions options, Clock clock, @Nullable Prompt prompt) {
        this.environment = environment;
        this.options = options;
        this.clock = clock;
        this.prompt = prompt;
    }

    public Clock clock() {
        return clock;
    }

    public Output output(CommandSpec command) {
        return new Output(
                command.commandLine().getOut(),
                command.commandLine().getErr(),
                options.json,
                options.quiet,
                prompt != null && !options.verbose);
    }

    /** From here on the log takes what is logged. */
    public void log(CommandSpec command) {
        PrintWriter err = command.commandLine().getErr();
        Consumer<String> echo = lines -> {
            err.print(lines);
            err.flush();
        };
        log = new CommandLog(
                        this::home,
                        Misuse.name(command.commandLine()),
                        options.verbose ? echo : null,
                        output(command)::warning)
                .attach();
    }

    /** The log file, where something was logged. */
    public Optional<Path> logFile() {
        return Optional.ofNullable(log).flatMap(CommandLog::file);
    }

    /** How a command failed; the log has the details. */
    public Failure failure(Exception thrown) {
        Failure failure = Failure.of(thrown);
        if (log == null) {
            return failure;
        }
        if (failure.exitCode() != ExitCode.DEFECT) {
            log.failed(thrown);
            return failure;
        }
        Throwable unexpected =
                thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        log.unexpected(unexpected);
        return Failure.unexpected(unexpected, logFile().orElse(null));
    }

    /** The data folder: as typed, as in the environment, or where this platform keeps such things. */
    public Path home() {
        if (options.home != null) {
            if (options.home.toString().isEmpty()) {
                throw new Refusal("--home is empty: name a folder, or leave it out.");
            }
            return options.home.toAbsolutePath();
        }
        String variable = environment.getOrDefault(Settings.HOME_VARIABLE, "");
        if (!variable.isEmpty()) {
            return Path.of(variable).toAbsolutePath();
        }
        Path user = Path.of(System.getProperty("user.home"));
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            return user.resolve("Library/Application Support/fieldhouse");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? user.resolve(".local/share") : Path.of(data)).resolve("fieldhouse");
    }

    /** The configuration file: the one that somebody has named, or the data folder's if there is one. */
    public @Nullable Path file() {
        Path named = namedFile();
        return named != null ? named : Files.exists(usualFile()) ? usualFile() : null;
    }

    /** The options that find all this again, for a command that is to be run next. */
    public String again() {
        return options.again();
    }

    /** Where the configuration file is, or would be. */
    public Path fileToWrite() {
        Path named = namedFile();
        return named == null ? usualFile() : named;
    }

    private @Nullable Path namedFile() {
        String variable = environment.getOrDefault(Settings.FILE_VARIABLE, "");
        return options.config != null ? options.config : variable.isEmpty() ? null : Path.of(variable);
    }

    /** Where the configuration file is looked for unless told otherwise. */
    public Path usualFile() {
        return home().resolve("fieldhouse.yaml");
    }

    /** Configures one thing by an option of its own. */
    public void set(Setting<?> setting, String text) {
        options.set.put(setting.key(), text);
    }

    /** Variables that are set, and of no use beside others. */
    public List<String> passedOver() {
        return Configuration.passedOver(environment);
    }

    public Configuration configuration() {
        if (options.set.containsKey("")) {
            throw new Refusal(Misuse.SET);
        }
        if (configuration == null) {
            configuration = Configuration.read(file(), environment, options.set);
        }
        return configuration;
    }

    /** Opens the warehouse as it is; whether it is migrated is not looked at. */
    public OpenWarehouse open(Output output) {
        if (usesEmbedded()) {
            new HomeFolder(home()).requireWritable();
            return OpenWarehouse.embedded(EmbeddedServer.join(home(), output::progress));
        }
        PGSimpleDataSource database = OwnServer.database(configuration());
        if (speaksToPeople() && OwnServer.asksForPassword(database)) {
            if (options.noInput) {
                throw refused(Configuration.missing(Settings.WAREHOUSE_PASSWORD));
            }
            if (prompt == null) {
                output.progress(Settings.WAREHOUSE_PASSWORD.key() + " is not configured. " + NOBODY);
            }
            ask(Settings.WAREHOUSE_PASSWORD);
            database = OwnServer.database(configuration());
        }
        return OpenWarehouse.own(database);
    }

    /** Whether nobody has named a server of their own. */
    public boolean usesEmbedded() {
        return configuration().find(Settings.WAREHOUSE_URL).isEmpty();
    }

    /** Opens the warehouse at the version that this program needs. */
    public OpenWarehouse warehouse(Output output) {
        OpenWarehouse warehouse = open(output);
        try {
            warehouse.requireCurrent(output::progress);
            return warehouse;
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    /** The same, for what looks at what was loaded: where there is no warehouse, it makes none. */
    public OpenWarehouse existing(Output output) {
        if (usesEmbedded() && Files.exists(home())) {
            new HomeFolder(home()).requireWritable();
        }
        if (usesEmbedded() && !EmbeddedServer.isIn(home())) {
            throw new ConfigurationException(List.of("There is no warehouse in " + home()
                    + ": the first load makes one ('fieldhouse init' starts its configuration), and so does"
                    + " 'fieldhouse demo'. Or choose another folder with --home."));
        }
        return warehouse(output);
    }

    /** The same, for what only reads: a login that sees nothing but the views may not ask which version they are of. */
    public OpenWarehouse views(Output output) {
        try {
            return existing(output);
        } catch (WarehouseException e) {
            if (e.kind() == WarehouseException.Kind.MISSING_PRIVILEGE) {
                return open(output);
            }
            throw e;
        }
    }

    /**
     * Asks for missing settings at a terminal, if all of them are secrets.
     *
     * @throws ConfigurationException without a terminal
     */
    public void ask(List<Setting<String>> missing) {
        // Where more is missing than can be asked for, an answer would be of no use.
        if (missing.isEmpty()
                || options.noInput
                || !speaksToPeople()
                || !missing.stream().allMatch(Setting::isSecret)) {
            return;
        }
        if (prompt == null) {
            throw new ConfigurationException(
                    Stream.concat(missing.stream().map(Configuration::missing), Stream.of(NOBODY))
                            .toList());
        }
        missing.forEach(this::ask);
    }

    /** The configuration, where a command has read it. */
    public Optional<Configuration> configurationInUse() {
        return Optional.ofNullable(configuration);
    }

    private boolean speaksToPeople() {
        return !options.json && !options.quiet;
    }

    private void ask(Setting<String> secret) {
        String answer = prompt == null ? null : prompt.secret(secret.key());
        if (answer != null && !answer.isEmpty()) {
            configuration = configuration().with(secret, answer);
        }
    }

    /** Which process of which machine this is, for the ledger. */
    public String process() {
        String host = environment.getOrDefault("HOSTNAME", "");
        return (host.isEmpty() ? "process" : host) + " "
                + ProcessHandle.current().pid();
    }

    /** Refuses what nobody can mean. */
    public static ConfigurationException refused(String problem) {
        return new ConfigurationException(List.of(problem));
    }
}
