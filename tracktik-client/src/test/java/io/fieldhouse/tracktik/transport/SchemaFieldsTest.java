package io.fieldhouse.tracktik.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Types;
import io.fieldhouse.client.transport.Fields;
import io.fieldhouse.tracktik.backoffice.Holiday;
import io.fieldhouse.tracktik.billing.BillItem;
import io.fieldhouse.tracktik.billing.BillableItem;
import io.fieldhouse.tracktik.billing.Contract;
import io.fieldhouse.tracktik.billing.Invoice;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Client;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.entities.WorkSession;
import io.fieldhouse.tracktik.payroll.PayrollCode;
import io.fieldhouse.tracktik.payroll.PayrollPayrun;
import io.fieldhouse.tracktik.payroll.PayrollPayrunItem;
import io.fieldhouse.tracktik.payroll.PayrollSchedule;
import io.fieldhouse.tracktik.scheduling.BreakSession;
import io.fieldhouse.tracktik.scheduling.Shift;
import io.fieldhouse.tracktik.scheduling.ShiftLog;
import io.fieldhouse.tracktik.scheduling.ShiftSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the records against the vendor's schema files: the fields, and the shape that each comes in. */
class SchemaFieldsTest {
    private record SchemaField(String record, String name, String type, String leftOut) {
        static SchemaField of(String line) {
            String[] columns = line.split("\t", -1);
            return new SchemaField(columns[0], columns[1], columns[2], columns[3]);
        }

        boolean isTextual() {
            return type.startsWith("string") || type.equals("enum");
        }
    }

    private static final List<SchemaField> SCHEMA = schema();

    static List<Class<?>> records() {
        return List.of(
                Account.class,
                BillItem.class,
                BillableItem.class,
                BreakSession.class,
                Client.class,
                Contract.class,
                Employee.class,
                Holiday.class,
                Invoice.class,
                PayrollCode.class,
                PayrollPayrun.class,
                PayrollPayrunItem.class,
                PayrollSchedule.class,
                Position.class,
                Region.class,
                Shift.class,
                ShiftLog.class,
                ShiftSummary.class,
                WorkSession.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordHasEachFieldThatIsNotLeftOutForAReason(Class<?> type) {
        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(
                        kept(type).map(SchemaField::name).toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordIsReadInTheShapeOfTheSchema(Class<?> type) throws IOException {
        Object item = read(type, field -> sample(type, field));

        assertThat(kept(type).map(SchemaField::name))
                .allSatisfy(name -> assertThat(Fields.at(item, name)).as(name).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("records")
    void relationIsReadAsAnObjectAndAsAText(Class<?> type) throws IOException {
        for (String relation : List.of("{\"name\":\"x\",\"id\":7}", "\"7\"")) {
            Object item = read(type, field -> field.type().equals("integer|object") ? relation : sample(type, field));

            assertThat(kept(type).map(SchemaField::name))
                    .allSatisfy(
                            name -> assertThat(Fields.at(item, name)).as(name).isNotNull());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void emptyTextIsNotAValueWhereOneIsExpected(Class<?> type) throws IOException {
        Object item = read(
                type,
                field -> field.name().equals("id") || isList(field) || isObject(field) ? sample(type, field) : "\"\"");

        assertThat(kept(type)
                        .filter(field -> !field.name().equals("id") && !isList(field) && !isObject(field))
                        .map(SchemaField::name))
                .allSatisfy(name -> assertThat(Fields.at(item, name)).as(name).isIn(null, "", List.of()));
    }

    private static boolean isList(SchemaField field) {
        return field.type().equals("array(object)");
    }

    private static boolean isObject(SchemaField field) {
        return field.type().equals("object");
    }

    private static Object read(Class<?> type, Function<SchemaField, String> value) throws IOException {
        String json = kept(type)
                .map(field -> '"' + field.name() + "\":" + value.apply(field))
                .collect(Collectors.joining(",", "{", "}"));
        return Objects.requireNonNull(ValueAdapters.MOSHI.adapter(type).fromJson(json));
    }

    private static String sample(Class<?> type, SchemaField field) {
        if (field.isTextual()) {
            Class<?> wanted = Types.getRawType(Fields.typeOf(type, field.name()));
            return Temporal.class.isAssignableFrom(wanted)
                    ? "\"2025-05-30T00:00:00-04:00\""
                    : wanted == String.class ? "\"text\"" : "\"1\"";
        }
        return switch (field.type()) {
            case "integer", "integer|object" -> "7";
            case "number" -> "1.5";
            case "boolean" -> "true";
            case "array(string)" -> "[\"one\",\"two\"]";
            case "array(object)" -> "[{\"id\":7}]";
            case "object" -> "{\"type\":\"shifts\",\"object\":7}";
            default -> throw new IllegalStateException(field.toString());
        };
    }

    private static Stream<SchemaField> kept(Class<?> type) {
        return SCHEMA.stream()
                .filter(field -> field.record().equals(type.getSimpleName()))
                .filter(field -> field.leftOut().isEmpty());
    }

    private static List<SchemaField> schema() {
        try (var file = Objects.requireNonNull(SchemaFieldsTest.class.getResourceAsStream("fields.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SchemaField::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
