package io.fieldhouse.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys of a YAML file, sections joined by dots, with their lines. A list becomes its items, joined by commas. */
final class ConfigurationFile {
    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 8;

    private final Path file;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * What a line says.
     *
     * @param line counted from 1
     */
    record Entry(String text, int line) {}

    private ConfigurationFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file; what is wrong with it is added to the problems. */
    static Map<String, Entry> read(Path file, Problems problems) {
        ConfigurationFile reading = new ConfigurationFile(file, problems);
        try {
            byte[] bytes;
            // Not by its size: a device or a pipe has none.
            try (InputStream stream = Files.newInputStream(file)) {
                bytes = stream.readNBytes(LARGEST + 1);
            }
            if (bytes.length > LARGEST) {
                problems.add(file + " is larger than 1 MB, the limit for a configuration file.");
                return Map.of();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            LoadSettings settings = LoadSettings.builder().build();
            if (reading.isPlain(new Parse(settings).parseString(text))) {
                new Compose(settings).composeString(text).ifPresent(root -> reading.section("", root));
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(file, line, "this is not YAML. " + advice(String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            problems.add(file + ": this is not YAML.");
        } catch (CharacterCodingException e) {
            problems.add(file + " is not UTF-8: save it as that.");
        } catch (IOException e) {
            problems.add(file + " cannot be read: "
                    + (Files.isDirectory(file)
                            ? "it is a folder."
                            : Files.exists(file) ? "look at its permissions." : "it is not there."));
        }
        return reading.entries;
    }

    /** The parser's own words are for those who know how it works, and may repeat a secret. */
    private static String advice(String problem) {
        if (problem.contains("TAB")) {
            return "Indent with blanks, where there is a tab.";
        }
        return problem.contains("block") || problem.contains("mapping values")
                ? "Look at the indentation, here and just above: settings stand below their section, all alike."
                : "Look for a quote or bracket that is not closed; put a value with special characters into quotes.";
    }

    /** Whether there is nothing in it that repeats itself, or is nested so deep that reading it would not end. */
    private boolean isPlain(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            if (event instanceof AliasEvent) {
                problems.add(
                        file,
                        line,
                        "an alias is not understood here. Write it out, or put a value that begins with * into quotes.");
                return false;
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                problems.add(file, line, "this is nested too deep for a configuration.");
                return false;
            }
        }
        return true;
    }

    private void section(String prefix, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(file, line(node), "what stands here should be keys with values, such as load: {workers: 4}.");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                problems.add(file, line(tuple.getKeyNode()), "a key is a word.");
                continue;
            }
            value(prefix + name.getValue(), tuple.getKeyNode(), tuple.getValueNode());
        }
    }

    private void value(String key, Node name, Node node) {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().isEmpty() && Settings.isSection(key)) {
                // Everything in it is commented out.
                return;
            }
            entry(key, name, scalar.getValue());
        } else if (node instanceof SequenceNode list
                && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            entry(
                    key,
                    name,
                    list.getValue().stream()
                            .map(item -> ((ScalarNode) item).getValue())
                            .collect(Collectors.joining(",")));
        } else {
            section(key + ".", node);
        }
    }

    private void entry(String key, Node name, String text) {
        if (entries.put(key, new Entry(text, line(name))) != null) {
            problems.add(file, line(name), key + " is there twice.");
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
