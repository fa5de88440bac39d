package io.fieldhouse.tracktik.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Types;
import io.fieldhouse.client.Page;
import io.fieldhouse.client.Unreadable;
import io.fieldhouse.client.transport.Likeness;
import io.fieldhouse.client.transport.Misfit;
import io.fieldhouse.tracktik.backoffice.Holiday;
import io.fieldhouse.tracktik.backoffice.PayAndBillTransaction;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.Request;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that cannot be read, beside those that can. */
class MisfitsTest {
    private static final Request REQUEST =
            new Request.Builder().url("http://localhost/rest/v1/shifts").build();
    private static final List<String> BROKEN = List.of(
            "null",
            "5",
            " \"text, ]\"",
            "[ {\"id\" : 1} ]",
            "{}",
            "{\"id\":null , \"status\":\"]},{\\\"\"}",
            "{\"id\":{\"x\":1}}",
            "{\"id\":12,\"startDateTime\":\"2025-13-45T00:00:00-04:00\", \"x\" : [ {} , 1 ] }");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachIsKeptByteForByteAndNoneOfTheOthersIsLost(long seed) {
        Random random = new Random(seed);
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(300); i++) {
            boolean fits = random.nextInt(4) > 0;
            String item = fits
                    ? "{ \"id\":" + i + ",\"status\":\"é 漢 😀\"}"
                    : BROKEN.get(random.nextInt(BROKEN.size())).strip();
            (fits ? good : bad).add(item);
            all.add(item);
            if (!fits) {
                places.add(i);
            }
        }
        String space = random.nextBoolean() ? " \n\t\r" : "";
        String body = "{\"meta\":{\"count\":" + all.size() + "},\"data\":[" + space
                + String.join(space + "," + space, all) + space + "]}";

        PageDecoder.Decoded<Shift> decoded = decode(Shift.class, body);

        Page<Shift> page = decoded.page();
        assertThat(page.items()).hasSize(good.size());
        for (int i = 0; i < good.size(); i++) {
            assertThat(page.json(i).utf8()).isEqualTo(good.get(i));
            assertThat(good.get(i)).contains("\"id\":" + page.items().get(i).id() + ",");
        }
        assertThat(page.unreadable()).extracting(item -> item.json().utf8()).containsExactlyElementsOf(bad);
        assertThat(decoded.misfits()).extracting(Misfit::place).containsExactlyElementsOf(places);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null; $: expected an object",
                "5; $: expected an object",
                "[]; $: expected an object",
                "{'status':'secret'}; $.id: expected a value",
                "{'id':'secret'}; $.id: expected a whole number",
                "{'id':'secret at path $.other'}; $.id: expected a whole number",
                "{'id':1.5}; $.id: expected a whole number",
                "{'id':1,'billable':'secret'}; $.billable: expected true or false",
                "{'id':1,'startDateTime':'secret'}; $.startDateTime: expected a time",
                "{'id':1,'startDateTime':'2025-02-30T00:00:00-04:00'}; $.startDateTime: expected a time",
                "{'id':1,'startDateTime':{}}; $.startDateTime: expected a time",
                "{'id':1,'payRate':'secret'}; $.payRate: expected a number",
                "{'id':1,'payRate':[]}; $.payRate: expected a number",
                "{'id':1,'breakInMinutes':'secret'}; $.breakInMinutes: expected a number",
                "{'id':1,'employee':'secret'}; $.employee: expected an id",
                "{'id':1,'employee':true}; $.employee: expected a relation",
                "{'id':1,'position':{'name':'secret'}}; $.position.id: expected a value",
                "{'id':1,'position':{'id':7,'account':{'id':'secret'}}}; $.position.account.id: expected a whole number",
                "{'id':1,'workSessions':7}; $.workSessions: expected a list",
                "{'id':1,'workSessions':[{'id':6},{'id':'secret'}]}; $.workSessions[1].id: expected a whole number",
                "{'id':1,'workSessions':[{'id':6},{}]}; $.workSessions[1].id: expected a value",
                "{'id':1,'status':{'secret':1}}; $.status: expected a text"
            })
    void reasonNamesThePlaceAndWhatWasExpectedAndNotWhatCame(String item, String reason) {
        String json = item.replace('\'', '"');

        Unreadable unreadable = only(Shift.class, json).item();

        assertThat(unreadable.json().utf8()).isEqualTo(json);
        assertThat(unreadable.reason()).isEqualTo(reason);
        assertThat(unreadable).hasToString("Unreadable[" + reason + "]");
    }

    @Test
    void placeInAListIsCountedFromZero() {
        assertThat(only(Holiday.class, "{\"id\":1,\"dates\":[5,{\"id\":6},\"secret\"]}")
                        .item()
                        .reason())
                .isEqualTo("$.dates[2]: expected an id");
    }

    @Test
    void nameThatComesTwiceIsNoMap() {
        Unreadable unreadable = only(
                        Types.newParameterizedType(Map.class, String.class, Object.class),
                        "{\"id\":3,\"a\":\"secret\",\"a\":\"hidden\"}")
                .item();

        assertThat(unreadable.reason()).isEqualTo("$.a: something else was expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'id':7,'vacant':5}; 7",
                "{'vacant':5,'deep':{'id':3},'id':'7'}; 7",
                "{'id':7.0,'vacant':5}; 7",
            })
    void idThatCanBeReadIsTheItemsOwn(String json, long id) {
        assertThat(only(Shift.class, json.replace('\'', '"')).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{'id':7,'total':'x'}", "{'id':'7','total':'x'}"})
    void idIsOfTheKindThatTheOthersHave(String json) {
        assertThat(only(PayAndBillTransaction.class, json.replace('\'', '"')).id())
                .isEqualTo("7");
    }

    @Test
    void itemWithoutAnIdIsToldByWhatIsInIt() {
        assertThat(id("{'vacant':5}"))
                .isEqualTo(id("{'vacant':5}"))
                .isNotEqualTo(id("{'vacant':6}"))
                .isInstanceOf(Likeness.class);
        assertThat(id("{'id':null,'vacant':5}")).isNotEqualTo(id("{'id':null,'vacant':6}"));
        assertThat(id("{'id':'','vacant':5}")).isNotEqualTo(id("{'id':'','vacant':6}"));
        assertThat(id("null")).isInstanceOf(Likeness.class);
    }

    @Test
    void idOfAnotherKindTellsItWhateverElseIsInIt() {
        assertThat(id("{'id':'b-7','vacant':5}"))
                .isEqualTo(id("{'vacant':6,'id':'b-7'}"))
                .isNotEqualTo(id("{'id':'b-8','vacant':5}"))
                .isInstanceOf(Likeness.class);
    }

    private static Object id(String json) {
        return only(Shift.class, json.replace('\'', '"')).id();
    }

    private static Misfit only(Type type, String json) {
        PageDecoder.Decoded<@Nullable Object> decoded =
                decode(type, "{\"meta\":{\"count\":1},\"data\":[" + json + "]}");
        assertThat(decoded.page().items()).isEmpty();
        assertThat(decoded.page().unreadable())
                .singleElement()
                .extracting(Unreadable::json)
                .isEqualTo(ByteString.encodeUtf8(json));
        return decoded.misfits().get(0);
    }

    private static <T> PageDecoder.Decoded<T> decode(Type type, String body) {
        return new PageDecoder<T>(type).page(REQUEST, new Buffer().writeUtf8(body), 0);
    }
}
