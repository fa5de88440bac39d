package io.fieldhouse.cli.doctor;

import io.fieldhouse.cli.config.Configuration;
import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.log.CommandLog;
import io.fieldhouse.cli.output.Finding;
import io.fieldhouse.cli.output.ShellWord;
import io.fieldhouse.cli.workplace.HomeFolder;
import io.fieldhouse.cli.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the doctor looks at on this machine. */
final class MachineChecks {
    static final String CONFIGURATION = "Configuration";
    private static final String JAVA = "Java";
    private static final String FOLDER = "Data folder";
    private static final String LOG = "Log";

    private static final int OLDEST_JAVA = 17;
    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;

    /** A year of a large region takes about so much; and with less than a tenth of it no load ends. */
    private static final long ROOM = GIBIBYTE;

    private final Workplace workplace;

    MachineChecks(Workplace workplace) {
        this.workplace = workplace;
    }

    List<Finding> findings() {
        return Stream.of(Optional.of(java()), Optional.of(configuration()), Optional.of(folder()), log())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Finding java() {
        String says = Runtime.version() + ", " + System.getProperty("java.vendor") + ".";
        return Runtime.version().feature() < OLDEST_JAVA
                ? Finding.warning(JAVA, says, "Install Java " + OLDEST_JAVA + " or newer, and point JAVA_HOME at it.")
                : Finding.ok(JAVA, says);
    }

    private Finding configuration() {
        try {
            Configuration configuration = workplace.configuration();
            TrackTikConfiguration.load(configuration);
            TrackTikConfiguration.first(configuration);
            Path file = workplace.file();
            String says = file == null
                    ? "no file; what holds is in the environment, or the default."
                    : file + " and the environment are understood.";
            String advice = advice(configuration);
            return advice.isEmpty() ? Finding.ok(CONFIGURATION, says) : Finding.warning(CONFIGURATION, says, advice);
        } catch (ConfigurationException e) {
            return Finding.failed(CONFIGURATION, workplace.failure(e), "");
        }
    }

    private String advice(Configuration configuration) {
        List<String> advice = new ArrayList<>();
        List<Path> exposed = configuration.exposed();
        if (!exposed.isEmpty()) {
            advice.add("Others on this machine may read what is secret. Run: chmod go= "
                    + exposed.stream()
                            .map(path -> ShellWord.of(path.toString()))
                            .collect(Collectors.joining(" ")));
        }
        workplace
                .passedOver()
                .forEach(variable -> advice.add(variable + " is passed over, since "
                        + variable.replaceFirst("_FILE$", "") + " is set, too: take one of them away."));
        return String.join("\n", advice);
    }

    /** A folder that is not there yet can be made where the nearest one above it can be written. */
    private Finding folder() {
        HomeFolder home = new HomeFolder(workplace.home());
        if (!home.isWritable()) {
            return isNeeded()
                    ? Finding.failed(FOLDER, ExitCode.CANNOT_CREATE, home.says(), home.advice())
                    : Finding.warning(
                            FOLDER, home.says(), "Only an embedded database and fieldhouse init would need it.");
        }
        return room(home.path(), home.nearest());
    }

    /** Commands work without a log, so only this check shows that there is none. */
    private Optional<Finding> log() {
        HomeFolder home = new HomeFolder(workplace.home());
        Path logs = CommandLog.folder(home.path());
        return !home.isWritable() || new HomeFolder(logs).isWritable()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        LOG, logs + " cannot be written: commands keep no log.", "Make it a folder, and yours."));
    }

    /** A server of one's own keeps nothing here. */
    private boolean isNeeded() {
        try {
            return workplace.usesEmbedded();
        } catch (ConfigurationException e) {
            return true;
        }
    }

    private Finding room(Path home, Path nearest) {
        long free;
        try {
            free = Files.getFileStore(nearest).getUsableSpace();
        } catch (IOException e) {
            return Finding.warning(FOLDER, home + ": how much is free cannot be found out.", "Look at its disk.");
        }
        String says =
                home + (nearest.equals(home) ? "" : ", which is made when it is needed") + ", " + room(free) + " free.";
        String advice = "Make room, or choose a folder on another disk with --home.";
        if (free < ROOM / 10 && isNeeded()) {
            return Finding.failed(FOLDER, ExitCode.CANNOT_CREATE, says, advice);
        }
        return free < ROOM ? Finding.warning(FOLDER, says, advice) : Finding.ok(FOLDER, says);
    }

    static String room(long bytes) {
        return bytes < GIBIBYTE
                ? bytes / MEBIBYTE + " MiB"
                : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIBIBYTE);
    }
}
