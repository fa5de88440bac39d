package io.fieldhouse.servicetitan.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of records and the parameters of lists, as the vendor documents them. */
final class Documented {
    /**
     * A field of a record.
     *
     * @param type such as {@code integer}
     * @param fields the fields of an object
     */
    record Field(String name, String type, boolean isList, List<Field> fields) {}

    private static final String LIST = "[]";

    private final Map<String, List<Field>> fields = new HashMap<>();
    private final Map<String, Set<String>> parameters = new HashMap<>();

    Documented() {
        Map<String, Field> places = new LinkedHashMap<>();
        rows("fields.tsv").forEach(row -> {
            int dot = row[1].lastIndexOf('.');
            String name = row[1].substring(dot + 1);
            boolean isList = name.endsWith(LIST);
            Field field =
                    new Field(isList ? name.substring(0, name.length() - 2) : name, row[2], isList, new ArrayList<>());
            places.put(row[0] + " " + row[1], field);
            Field outer = dot < 0 ? null : places.get(row[0] + " " + row[1].substring(0, dot));
            (outer == null ? fields.computeIfAbsent(row[0], key -> new ArrayList<>()) : outer.fields()).add(field);
        });
        rows("lists.tsv").forEach(row -> parameters.put(row[0], Set.of(row[1].split(" "))));
    }

    /** The fields of a record, by its name, such as {@code jpm.Job}. */
    List<Field> fields(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The names of a list's parameters, by its path; none for an unknown path. */
    Set<String> parameters(String path) {
        return parameters.getOrDefault(path, Set.of());
    }

    private static Stream<String[]> rows(String resource) {
        try (InputStream file = Documented.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("The sandbox lacks its " + resource);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
