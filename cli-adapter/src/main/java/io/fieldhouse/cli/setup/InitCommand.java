package io.fieldhouse.cli.setup;

import io.fieldhouse.cli.config.ConfigurationTemplate;
import io.fieldhouse.cli.failure.CommandException;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.ShellWord;
import io.fieldhouse.cli.workplace.Workplace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        description = "Write a configuration file with every setting, explained and commented out.",
        footer = {
            "",
            "The file goes to --config or FIELDHOUSE_CONFIG, or else to the data folder.",
            "Only you can read it.",
            "",
            "Examples:",
            "  fieldhouse init",
            "  fieldhouse init --config ./fieldhouse.yaml"
        })
public final class InitCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--overwrite", description = "Replace an existing file.")
    private boolean overwrite;

    @Option(names = "--dry-run", description = "Print the file without writing it.")
    private boolean dryRun;

    public InitCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        Path file = workplace.fileToWrite().toAbsolutePath().normalize();
        String text = ConfigurationTemplate.text();
        if (dryRun) {
            return output.result("init", ExitCode.OK, text, Map.of("file", file, "written", false, "text", text));
        }
        write(file, text);
        return output.result("init", ExitCode.OK, next(file), Map.of("file", file, "written", true));
    }

    private void write(Path file, String text) {
        if (Files.isDirectory(file)) {
            throw new CommandException(ExitCode.CANNOT_CREATE, file + " is a folder: name a file in it with --config.");
        }
        try {
            Files.createDirectories(file.resolveSibling("."));
            // Made so that only its owner can read it, and whole before it has its name.
            Path draft = Files.createTempFile(file.resolveSibling("."), "fieldhouse", ".new");
            try {
                Files.writeString(draft, text);
                move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(
                    ExitCode.CANNOT_CREATE,
                    e.getFile().equals(file.toString())
                            ? file
                                    + " is there already: choose another one with --config, or replace it with --overwrite."
                            : e.getFile()
                                    + " is a file, and would have to be a folder: choose another one with --config.");
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.CANNOT_CREATE,
                    file
                            + " cannot be written: look at the rights on its folder, or choose another one with --config.");
        }
    }

    private void move(Path draft, Path file) throws IOException {
        if (overwrite) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(draft, file);
        }
    }

    private String next(Path file) {
        String typed = workplace.again();
        boolean isFound = typed.contains(" --config ") || file.equals(workplace.usualFile());
        String with = isFound ? typed : typed + " --config " + ShellWord.of(file.toString());
        return String.format("""
                Wrote %s, which only you can read.
                Next:
                  1. In it, set tracktik.url, tracktik.client-id and tracktik.username; and warehouse.url and
                     warehouse.user, unless the embedded database will do.
                  2. Put each secret into a file of its own and name that in tracktik.client-secret-file,
                     tracktik.password-file and warehouse.password-file; or wait to be asked.
                  3. fieldhouse doctor%s               says what is still missing
                  4. fieldhouse tracktik load last%s   loads the last completed billing period
                """, file, with, with);
    }
}
