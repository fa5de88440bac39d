package io.fieldhouse.servicetitan.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report takes and what it sends. The tenant may change it at any moment: keep its {@link #fingerprint}, and ask
 * {@link #driftSince} before you rely on it again.
 *
 * @param id the report's id, which belongs to this tenant alone
 * @param name what people call it
 * @param description what people say of it
 * @param modifiedOn when it was changed last
 * @param parameters what it takes
 * @param fields its columns
 */
public record ReportDefinition(
        long id,
        @Nullable String name,
        @Nullable String description,
        @Nullable Instant modifiedOn,
        @Nullable List<ReportParameter> parameters,
        @Nullable List<ReportField> fields) {
    /** What it takes; nothing where ServiceTitan says nothing. */
    @Override
    public List<ReportParameter> parameters() {
        return Objects.requireNonNullElse(parameters, List.of());
    }

    /** Its columns; none where ServiceTitan says nothing. */
    @Override
    public List<ReportField> fields() {
        return Objects.requireNonNullElse(fields, List.of());
    }

    /** A column by its name. */
    public Optional<ReportField> field(String column) {
        return fields().stream().filter(field -> column.equals(field.name())).findFirst();
    }

    /**
     * The report's shape in a line of text, to be kept: its name, parameters and columns, and nothing of its rows. The same
     * shape is the same text.
     */
    public String fingerprint() {
        return Shape.of(this).text();
    }

    /**
     * What is another now than it was when the fingerprint was taken, each change in words; nothing where nothing is.
     *
     * @param fingerprint what {@link #fingerprint} said then
     * @throws IllegalArgumentException if that is no fingerprint
     */
    public List<String> driftSince(String fingerprint) {
        return Drift.between(Shape.parse(fingerprint), Shape.of(this));
    }
}
