package io.fieldhouse.tracktik.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Types;
import io.fieldhouse.client.Page;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageDecoderTest {
    private static final Request REQUEST = new Request.Builder()
            .url("http://localhost/rest/v1/shifts?x=secret")
            .build();

    private final PageDecoder<Map<String, @Nullable Object>> maps =
            new PageDecoder<>(Types.newParameterizedType(Map.class, String.class, Object.class));
    private final PageDecoder<Shift> shifts = new PageDecoder<>(Shift.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void jsonOfEachItemIsByteForByteWhatCame(long seed) {
        Random random = new Random(seed);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < random.nextInt(400); i++) {
            items.add(object(random, 0));
        }
        String space = random.nextBoolean() ? " \n\t" : "";
        String data = "\"data\":" + space + "[" + space + String.join(space + "," + space, items) + space + "]";
        String meta = "\"meta\":{\"count\":" + items.size() + ",\"limit\":100,\"other\":{\"a\":[1]}}";
        String body = random.nextBoolean() ? "{" + meta + "," + data + "}" : "{" + data + space + "," + meta + "}";

        PageDecoder.Decoded<Map<String, @Nullable Object>> decoded =
                maps.page(REQUEST, new Buffer().writeUtf8(body), 7);

        Page<Map<String, @Nullable Object>> page = decoded.page();
        assertThat(decoded.limit()).isEqualTo(100);
        assertThat(decoded.offset()).isEqualTo(7);
        assertThat(decoded.total()).isEqualTo(items.size());
        assertThat(page.items()).hasSize(items.size());
        for (int i = 0; i < items.size(); i++) {
            assertThat(page.json(i).utf8()).isEqualTo(items.get(i));
        }
        if (items.size() > 2) {
            Page<Map<String, @Nullable Object>> some = page.only(List.of(1, items.size() - 1), List.of());
            assertThat(some.json(0).utf8()).isEqualTo(items.get(1));
            assertThat(some.json(1).utf8()).isEqualTo(items.get(items.size() - 1));
            assertThat(some.items()).hasSize(2);
        }
    }

    private static String object(Random random, int depth) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < random.nextInt(5); i++) {
            json.append(i > 0 ? ", " : "").append("\"f").append(i).append("\" : ");
            switch (random.nextInt(depth < 3 ? 6 : 4)) {
                case 0 -> json.append(random.nextInt());
                case 1 ->
                    json.append("\"}],{[ \\\" \\u00e9 é 漢 😀 ")
                            .append(random.nextInt())
                            .append('"');
                case 2 -> json.append("null");
                case 3 -> json.append(random.nextDouble());
                case 4 -> json.append(object(random, depth + 1));
                default -> json.append("[ ").append(object(random, depth + 1)).append(" , 1 ]");
            }
        }
        return json.append('}').toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html><body>Sign in</body></html>",
                "{\"meta\":{\"count\":1},\"data\":[{\"id\":1",
                "{\"meta\":{\"count\":1},\"data\":[{\"id\":1}]",
                "{\"meta\":{\"count\":1},\"data\":{\"id\":1}}",
                "{\"meta\":{\"count\":1}}",
                "{\"data\":[{\"id\":1}]}",
                "{\"meta\":{\"count\":\"many\"},\"data\":[]}",
                "{\"meta\":{\"count\":\"secret\"},\"data\":[{\"id\":\"secret\"}]}",
                "{\"meta\":{\"count\":2},\"data\":[{\"id\":\"secret\"},{\"id\":1]}",
                "{\"meta\":{\"count\":1},\"data\":[{\"id\":1,\"status\":\"secret\\q\"}]}",
                "{\"status\":500,\"error\":\"nothing works\"}"
            })
    void bodyThatIsNoAnswerIsRefusedWithoutBeingRepeated(String body) {
        TrackTikException refused = catchThrowableOfType(
                TrackTikException.class, () -> shifts.page(REQUEST, new Buffer().writeUtf8(body), 0));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused)
                .hasMessageStartingWith("GET /rest/v1/shifts: BAD_ANSWER")
                .hasMessageNotContaining("secret");
    }

    @Test
    void errorInsideAnAnswerIsPassedOn() {
        TrackTikException refused = catchThrowableOfType(
                TrackTikException.class,
                () -> shifts.page(REQUEST, new Buffer().writeUtf8("{\"status\":500,\"error\":\"nothing works\"}"), 0));

        assertThat(refused.vendorMessage()).isEqualTo("nothing works");
    }
}
