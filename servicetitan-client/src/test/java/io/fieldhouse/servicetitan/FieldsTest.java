package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Json;
import io.fieldhouse.servicetitan.Surface.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field that ServiceTitan documents is a component of its record, and has a fitting type. */
class FieldsTest {
    private static final Map<String, Set<Class<?>>> FITTING = Map.of(
            "integer", Set.of(long.class, Long.class, Integer.class),
            "number", Set.of(BigDecimal.class),
            "boolean", Set.of(Boolean.class),
            "moment", Set.of(Instant.class, LocalDate.class),
            "day", Set.of(LocalDate.class),
            // Money is often text.
            "text", Set.of(String.class, BigDecimal.class, LocalDate.class, Instant.class, Object.class));

    /** A field, with those that are in it. */
    private record Field(String type, Map<String, Field> fields) {
        static Field none() {
            return new Field("object", new LinkedHashMap<>());
        }
    }

    private static final Map<String, Field> DOCUMENTED = read();

    private static Map<String, Field> read() {
        Map<String, Field> records = new TreeMap<>();
        try (InputStream in = FieldsTest.class.getResourceAsStream("sandbox/fields.tsv")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(line -> {
                        Field place = records.computeIfAbsent(line[0], name -> Field.none());
                        List<String> path = List.of(line[1].replace("[]", "").split("\\."));
                        for (String name : path.subList(0, path.size() - 1)) {
                            place = Objects.requireNonNull(place.fields().get(name));
                        }
                        place.fields().put(path.get(path.size() - 1), new Field(line[2], new LinkedHashMap<>()));
                    });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return records;
    }

    static Stream<Class<?>> records() {
        return Endpoint.all().<Class<?>>map(Endpoint::item).distinct();
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replace("io.fieldhouse.servicetitan.", "");
    }

    @Test
    void everyRecordIsDocumented() {
        assertThat(records().map(FieldsTest::nameOf).toList()).containsExactlyInAnyOrderElementsOf(DOCUMENTED.keySet());
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldIsThereAndFits(Class<?> type) {
        Set<String> wrong = new TreeSet<>();
        compare(Objects.requireNonNull(DOCUMENTED.get(nameOf(type))), type, "", wrong);
        assertThat(wrong).isEmpty();
    }

    private static void compare(Field documented, Class<?> type, String path, Set<String> wrong) {
        Map<String, RecordComponent> components = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(component -> jsonName(type, component), Function.identity()));
        documented.fields().forEach((name, field) -> {
            RecordComponent component = components.get(name);
            if (component == null) {
                wrong.add(path + name + " is missing");
            } else {
                requireFit(field, elementOf(component.getGenericType()), path + name, wrong);
            }
        });
    }

    private static void requireFit(Field field, Class<?> type, String path, Set<String> wrong) {
        if (type.isRecord()) {
            compare(field, type, path + ".", wrong);
            return;
        }
        Set<Class<?>> fitting = FITTING.get(field.type());
        if (fitting != null && !fitting.contains(type)) {
            wrong.add(path + " is " + field.type() + ", and read as " + type.getSimpleName());
        }
    }

    private static Class<?> elementOf(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    private static String jsonName(Class<?> type, RecordComponent component) {
        try {
            @Nullable Json json = type.getDeclaredField(component.getName()).getAnnotation(Json.class);
            return json == null ? component.getName() : json.name();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
