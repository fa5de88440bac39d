package io.fieldhouse.servicetitan.reporting;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.fieldhouse.servicetitan.reporting.ReportParameter.AcceptedValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What of a report's definition matters to who reads it, in a form that can be kept. */
record Shape(String name, List<Parameter> parameters, List<Column> columns) {
    /** Raised when the text changes its form. */
    private static final int VERSION = 1;

    /** What a parameter and a column have in common. */
    interface Part {
        String name();

        String label();

        /** What it takes or holds, in words. */
        String kind();

        /** Whether the report cannot be run without it. */
        default boolean needed() {
            return false;
        }
    }

    /** A parameter; its values are those that are listed with it, not those of a set. */
    record Parameter(
            String name, String label, String type, boolean several, boolean needed, String set, List<String> values)
            implements Part {
        @Override
        public String kind() {
            return several ? "a list of " + type : type;
        }

        String source() {
            return set.isEmpty() ? "no set" : "the set " + set;
        }
    }

    record Column(String name, String label, String type) implements Part {
        @Override
        public String kind() {
            return type;
        }
    }

    static Shape of(ReportDefinition report) {
        return new Shape(
                said(report.name()),
                report.parameters().stream().map(Shape::parameter).toList(),
                report.fields().stream()
                        .map(field -> new Column(said(field.name()), said(field.label()), said(field.dataType())))
                        .toList());
    }

    private static Parameter parameter(ReportParameter parameter) {
        AcceptedValues accepted = parameter.acceptValues();
        return new Parameter(
                said(parameter.name()),
                said(parameter.label()),
                said(parameter.dataType()),
                parameter.takesSeveral(),
                parameter.isNeeded(),
                accepted == null ? "" : said(accepted.dynamicSetId()),
                listed(accepted));
    }

    private static List<String> listed(@Nullable AcceptedValues accepted) {
        return accepted == null || accepted.dynamicSetId() != null
                ? List.of()
                : ValueSet.of("", accepted.fields(), accepted.values()).texts();
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    String text() {
        Buffer text = new Buffer();
        try (JsonWriter json = JsonWriter.of(text)) {
            json.beginObject().name("version").value(VERSION).name("name").value(name);
            json.name("parameters").beginArray();
            for (Parameter parameter : parameters) {
                json.beginArray().value(parameter.name).value(parameter.label).value(parameter.type);
                json.value(parameter.several).value(parameter.needed).value(parameter.set);
                json.beginArray();
                for (String value : parameter.values) {
                    json.value(value);
                }
                json.endArray().endArray();
            }
            json.endArray().name("columns").beginArray();
            for (Column column : columns) {
                json.beginArray()
                        .value(column.name)
                        .value(column.label)
                        .value(column.type)
                        .endArray();
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.readUtf8();
    }

    static Shape parse(String text) {
        try {
            return read(JsonReader.of(new Buffer().writeUtf8(text)));
        } catch (IOException | JsonDataException e) {
            throw new IllegalArgumentException(
                    "Invalid report fingerprint, or one of another version: create a new one.", e);
        }
    }

    private static Shape read(JsonReader json) throws IOException {
        String name = "";
        List<Parameter> parameters = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int version = 0;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "version" -> version = json.nextInt();
                case "name" -> name = json.nextString();
                case "parameters" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        parameters.add(parameter(json));
                    }
                    json.endArray();
                }
                case "columns" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        json.beginArray();
                        columns.add(new Column(json.nextString(), json.nextString(), json.nextString()));
                        json.endArray();
                    }
                    json.endArray();
                }
                default -> throw new JsonDataException("unknown");
            }
        }
        json.endObject();
        if (version != VERSION) {
            throw new JsonDataException("another version");
        }
        return new Shape(name, parameters, columns);
    }

    private static Parameter parameter(JsonReader json) throws IOException {
        json.beginArray();
        String name = json.nextString();
        String label = json.nextString();
        String type = json.nextString();
        boolean several = json.nextBoolean();
        boolean needed = json.nextBoolean();
        String set = json.nextString();
        List<String> values = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            values.add(json.nextString());
        }
        json.endArray();
        json.endArray();
        return new Parameter(name, label, type, several, needed, set, values);
    }
}
