package io.fieldhouse.cli.failure;

import io.fieldhouse.cli.config.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed and is not understood. Values are not repeated where they may be secrets. */
public final class Misuse {
    public static final String SET = "--set takes a key and a value, such as --set load.workers=4.";

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);

    private Misuse() {}

    /** A command as people call it, without the program's name. */
    public static String name(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName(" ");
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(space + 1);
    }

    /** What is wrong, what was meant perhaps, and where it is explained. */
    public static String message(ParameterException thrown) {
        CommandLine command = thrown.getCommandLine();
        List<String> lines = new ArrayList<>();
        if (thrown instanceof UnmatchedArgumentException unmatched) {
            unmatched(command, unmatched.getUnmatched(), lines);
        } else if (String.valueOf(thrown.getMessage()).contains("'--set'")) {
            lines.add(SET);
        } else if (thrown.getArgSpec() != null) {
            lines.add(takes(thrown.getArgSpec(), thrown.getValue()));
        } else if (thrown instanceof MissingParameterException missing) {
            missing.getMissing().forEach(argument -> lines.add(takes(argument, null)));
        } else {
            // What stands behind an equals sign may be a secret that somebody typed.
            lines.add(String.valueOf(thrown.getMessage()).replaceAll("=[^\\s']*", "=...") + ".");
        }
        lines.add("See " + command.getCommandSpec().qualifiedName(" ") + " --help.");
        return String.join(System.lineSeparator(), lines);
    }

    /** What an option or a parameter has to be given, and was not. */
    private static String takes(ArgSpec argument, @Nullable String typed) {
        String not = typed == null ? "." : ", not '" + typed + "'.";
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return name + " is one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")) + not;
        }
        if (NUMBERS.contains(type)) {
            return name + " is a whole number" + not;
        }
        return argument instanceof OptionSpec
                ? name + " takes a value: " + name + " " + argument.paramLabel() + "."
                : name + " is missing.";
    }

    private static void unmatched(CommandLine command, List<String> typed, List<String> lines) {
        if (typed.isEmpty() || !typed.get(0).startsWith("-")) {
            String first = firstWord(command, typed);
            if (isNoCommand(command, first)) {
                lines.add(command.getCommandSpec().qualifiedName(" ") + " does not know what to do with " + typed.get(0)
                        + ".");
            } else {
                // Whatever follows would have been that command's.
                lines.add("There is no command " + first + "." + meantCommand(first, command));
                return;
            }
        }
        Collection<String> options = command.getCommandSpec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        // What follows an option that nobody knows may be its value, and a secret.
        typed.stream()
                .filter(argument -> argument.startsWith("-"))
                .map(Misuse::withoutValue)
                .forEach(option -> lines.add("There is no option " + option + "." + meant(option, options, "")));
    }

    /** Where a command takes something else, too, that may have been meant for one of its commands. */
    private static String firstWord(CommandLine command, List<String> typed) {
        return Stream.concat(
                        command.getCommandSpec().positionalParameters().stream()
                                .flatMap(parameter -> parameter.stringValues().stream()),
                        typed.stream())
                .findFirst()
                .orElse("");
    }

    private static boolean isNoCommand(CommandLine command, String word) {
        Set<String> commands = command.getSubcommands().keySet();
        boolean takesOthers = !command.getCommandSpec().positionalParameters().isEmpty();
        return commands.isEmpty() || (takesOthers && Nearest.to(word, commands).isEmpty());
    }

    /** A short option's value may stand right behind it. */
    private static String withoutValue(String option) {
        return option.startsWith("--") ? option.split("=", 2)[0] : option.substring(0, Math.min(2, option.length()));
    }

    /** The nearest command by name, nested commands included. */
    private static String meantCommand(String typed, CommandLine command) {
        Map<String, String> names = new LinkedHashMap<>();
        namesBelow(command, names);
        return Nearest.to(typed, names.keySet())
                .map(near -> " Did you mean: " + names.get(near) + "?")
                .orElse("");
    }

    private static void namesBelow(CommandLine command, Map<String, String> names) {
        command.getSubcommands()
                .forEach((name, below) ->
                        names.putIfAbsent(name, below.getCommandSpec().qualifiedName(" ")));
        command.getSubcommands().values().forEach(below -> namesBelow(below, names));
    }

    private static String meant(String typed, Collection<String> names, String before) {
        return Nearest.to(typed, names)
                .map(near -> " Did you mean: " + before + near + "?")
                .orElse("");
    }
}
