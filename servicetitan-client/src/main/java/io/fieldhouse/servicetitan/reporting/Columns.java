package io.fieldhouse.servicetitan.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of one page, by the names in that very page. */
final class Columns {
    private final List<ReportField> fields;
    private final Map<String, Integer> places = new HashMap<>();

    private Columns(List<ReportField> fields) {
        this.fields = fields;
        for (int i = 0; i < fields.size(); i++) {
            places.put(nameOf(fields.get(i)), i);
        }
    }

    /** Takes the names from the answer, and from the definition what it alone says: the types. */
    static Columns of(List<ReportField> answered, ReportDefinition definition) {
        List<ReportField> fields = new ArrayList<>();
        for (ReportField field : answered) {
            String type =
                    definition.field(nameOf(field)).map(ReportField::dataType).orElse(field.dataType());
            fields.add(new ReportField(field.name(), field.label(), type));
        }
        return new Columns(List.copyOf(fields));
    }

    private static String nameOf(ReportField field) {
        return Objects.requireNonNullElse(field.name(), "");
    }

    List<ReportField> fields() {
        return fields;
    }

    List<String> names() {
        return fields.stream().map(Columns::nameOf).toList();
    }

    /** Where a column is, or null where there is none of that name. */
    @Nullable Integer place(String name) {
        return places.get(name);
    }
}
