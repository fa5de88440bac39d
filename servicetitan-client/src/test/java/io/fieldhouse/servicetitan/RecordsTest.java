package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Json;
import io.fieldhouse.servicetitan.Surface.Endpoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every record, in every form in which such values come. */
@Tag("times")
class RecordsTest {
    private static final Instant MOMENT = Instant.parse("2026-01-02T16:28:55.844600Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    private static final List<Class<?>> NOT_TEXT =
            List.of(Long.class, Integer.class, Boolean.class, BigDecimal.class, Instant.class, LocalDate.class);

    /** How values are written. */
    private enum Form {
        AS_TEXT("\"95.10\"", "\"2026-01-02T16:28:55.8446003Z\"", "\"2026-01-02T00:00:00Z\""),
        AS_NUMBERS("95.10", "\"2026-01-02T09:28:55.8446009-07:00\"", "\"2026-01-02\""),
        AS_LONG_AS_CAN_BE(
                "95.1000000000000000000", "\"2026-01-02T16:28:55.8446Z\"", "\"2026-01-02T23:59:59.9999999-07:00\"");

        private final String money;
        private final String moment;
        private final String day;

        Form(String money, String moment, String day) {
            this.money = money;
            this.moment = moment;
            this.day = day;
        }
    }

    static Stream<Endpoint> endpoints() {
        return Endpoint.all();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyFieldComesThrough(Endpoint endpoint) {
        for (Form form : Form.values()) {
            Object item = read(endpoint, json(endpoint.item(), form));

            requireAll(item);
            assertThat(item).hasToString(shown(item));
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nothingButTheIdHasToBeThere(Endpoint endpoint) {
        Object bare = read(endpoint, "{\"id\":7}");
        String nulls = Arrays.stream(endpoint.item().getRecordComponents())
                .filter(component -> !component.getName().equals("id"))
                .map(component -> "\"" + nameOf(endpoint.item(), component) + "\":null")
                .collect(Collectors.joining(",", "{\"id\":7,", ",\"new\":{\"a\":[1,{}]}}"));

        assertThat(read(endpoint, nulls)).isEqualTo(bare);
        assertThat(bare).hasToString(shown(bare));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void emptyTextIsNotANumberAFlagOrATime(Endpoint endpoint) {
        String empties = Arrays.stream(endpoint.item().getRecordComponents())
                .filter(component -> !component.getName().equals("id") && NOT_TEXT.contains(component.getType()))
                .map(component -> ",\"" + nameOf(endpoint.item(), component) + "\":\"\"")
                .collect(Collectors.joining("", "{\"id\":7", "}"));

        assertThat(read(endpoint, empties)).isEqualTo(read(endpoint, "{\"id\":7}"));
    }

    /** Its kind, and its id if it has one. */
    private static String shown(Object item) {
        try {
            Object id = item.getClass().getMethod("id").invoke(item);
            return item.getClass().getSimpleName() + "[" + id + "]";
        } catch (NoSuchMethodException e) {
            return item.getClass().getSimpleName() + "[***]";
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Endpoint endpoint, String item) {
        try (ScriptedServer server = ScriptedServer.answering(request -> answer(endpoint, request.getUrl(), item));
                ServiceTitan client = server.connect()) {
            List<Object> items = endpoint.read(client);
            assertThat(items).hasSize(1);
            return items.get(0);
        }
    }

    private static MockResponse answer(Endpoint endpoint, HttpUrl url, String item) {
        if (endpoint.isList()) {
            return ScriptedServer.pageOf(url, List.of(item));
        }
        return ScriptedServer.json(
                endpoint.isFeed() ? "{\"hasMore\":false,\"continueFrom\":\"t\",\"data\":[" + item + "]}" : item);
    }

    private static String json(Class<?> type, Form form) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> "\"" + nameOf(type, component) + "\":"
                        + value(component.getName(), component.getGenericType(), form))
                .collect(Collectors.joining(",", "{\"new\":[{}],", "}"));
    }

    private static String nameOf(Class<?> type, RecordComponent component) {
        try {
            Json json = type.getDeclaredField(component.getName()).getAnnotation(Json.class);
            return json == null ? component.getName() : json.name();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(String name, Type type, Form form) {
        if (type instanceof ParameterizedType list) {
            return "[" + value(name, list.getActualTypeArguments()[0], form) + "]";
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return json(raw, form);
        }
        return switch (raw.getSimpleName()) {
            case "long", "Long" -> "7";
            case "Integer" -> "11";
            case "Boolean" -> "true";
            case "BigDecimal" -> form.money;
            case "Instant" -> form.moment;
            case "LocalDate" -> form.day;
            default -> "\"the " + name + "\"";
        };
    }

    private static void requireAll(Object object) {
        for (RecordComponent component : object.getClass().getRecordComponents()) {
            try {
                require(component.getName(), component.getAccessor().invoke(object));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void require(String name, Object value) {
        assertThat(value).as(name).isNotNull();
        if (value instanceof List<?> list) {
            assertThat(list).as(name).hasSize(1);
            require(name, list.get(0));
        } else if (value instanceof Record nested) {
            assertThat(nested.toString()).doesNotContain("the ");
            requireAll(nested);
        } else if (value instanceof BigDecimal amount) {
            assertThat(amount).as(name).isEqualByComparingTo("95.10");
        } else if (value instanceof Instant moment) {
            assertThat(moment).as(name).isEqualTo(MOMENT);
        } else if (value instanceof LocalDate day) {
            assertThat(day).as(name).isEqualTo(DAY);
        } else if (value instanceof String text) {
            assertThat(text).isEqualTo("the " + name);
        }
    }
}
