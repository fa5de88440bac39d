package io.fieldhouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Loads invented data from a sandbox into an embedded warehouse.")
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new CommandException(
                ExitCode.UNAVAILABLE,
                "The demo is not there yet: the loads that it shows are still to come. Until then, mvn verify shows the"
                        + " warehouse at work.");
    }
}
