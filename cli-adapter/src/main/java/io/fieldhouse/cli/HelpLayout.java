package io.fieldhouse.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What help shows, in this order: usage, purpose, examples, parameters, commands by group, options. */
final class HelpLayout {
    private static final List<String> SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_FOOTER,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST);

    private final List<CommandGroup> groups;

    private HelpLayout(List<CommandGroup> groups) {
        this.groups = groups;
    }

    /** Lays out the help of a program and of all its commands. */
    static void apply(CommandLine program, List<CommandGroup> groups) {
        HelpLayout layout = new HelpLayout(groups);
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(program.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, layout::commands);
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
        program.setHelpSectionMap(sections);
        program.setHelpSectionKeys(SECTIONS);
        abbreviate(program);
    }

    private static void abbreviate(CommandLine command) {
        command.getCommandSpec().usageMessage().abbreviateSynopsis(true).parameterListHeading("%n");
        command.getSubcommands().values().forEach(HelpLayout::abbreviate);
    }

    private String commands(Help help) {
        if (help.commandSpec().parent() == null) {
            return groups.stream()
                    .map(group -> commands(help, group.heading(), group.names()))
                    .collect(Collectors.joining());
        }
        List<String> names = List.copyOf(help.subcommands().keySet());
        return names.isEmpty() ? "" : commands(help, "Commands", names);
    }

    private static String commands(Help help, String heading, List<String> names) {
        int width = 4
                + help.subcommands().keySet().stream()
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(width, 2, Overflow.SPAN),
                new Column(help.commandSpec().usageMessage().width() - width, 0, Overflow.WRAP));
        help.subcommands().forEach((name, command) -> {
            if (names.contains(name)) {
                String description =
                        String.join(" ", command.commandSpec().usageMessage().description());
                table.addRowValues(
                        help.colorScheme().commandText(name), help.colorScheme().text(description));
            }
        });
        return String.format("%n%s:%n", heading) + table;
    }

    private static String options(Help help) {
        List<OptionSpec> all = help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .toList();
        return options(
                        help,
                        "Options",
                        all.stream().filter(option -> !option.inherited()).toList())
                + options(
                        help,
                        "Options of every command",
                        all.stream().filter(OptionSpec::inherited).toList());
    }

    private static String options(Help help, String heading, List<OptionSpec> options) {
        if (options.isEmpty()) {
            return "";
        }
        Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
        layout.addAllOptions(options, help.parameterLabelRenderer());
        return String.format("%n%s:%n", heading) + layout;
    }
}
