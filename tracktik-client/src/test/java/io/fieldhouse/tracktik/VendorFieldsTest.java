package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Paged;
import io.fieldhouse.client.Pages;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.billing.Invoice;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.GeoLocation;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.WorkSession;
import io.fieldhouse.tracktik.payroll.PayrollPayrunItem;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records as TrackTik's schema has them, where it differs from what the names suggest. */
class VendorFieldsTest {
    @Test
    void geoLocationIsAnIdOrAnObject() {
        assertThat(session("17").geoLocation()).isEqualTo(new GeoLocation(17L, null, null, null, null));
        assertThat(session("\"17\"").geoLocation()).isEqualTo(new GeoLocation(17L, null, null, null, null));
        assertThat(session("null").geoLocation()).isNull();
        GeoLocation place = session(
                        "{\"latitude\":45.5,\"longitude\":\"-73.6\",\"accuracy\":10,\"time\":\"2025-06-01T08:00:00+00:00\"}")
                .geoLocation();
        assertThat(place)
                .isEqualTo(new GeoLocation(
                        null,
                        new BigDecimal("45.5"),
                        new BigDecimal("-73.6"),
                        new BigDecimal("10"),
                        "2025-06-01T08:00:00+00:00"))
                .hasToString("GeoLocation[***]");
    }

    private static WorkSession session(String geoLocation) {
        return first(
                "{\"id\":1,\"geoLocation\":" + geoLocation + "}",
                tracktik -> tracktik.entities().workSessions(Query.all().equal("position", 7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[\"Armed\",\"Driver\"] ; Armed|Driver",
                "\"Armed, Driver\"      ; Armed|Driver",
                "[]                     ; ''",
                "\"\"                   ; ''"
            })
    void tagsAreAListOrATextWithCommas(String sent, String read) {
        Employee employee = first(
                "{\"id\":1,\"tags\":" + sent + "}",
                tracktik -> tracktik.entities().employees(Query.all()));
        assertThat(String.join("|", Objects.requireNonNull(employee.tags()))).isEqualTo(read);
    }

    @Test
    void invoiceIsBilledToAnIdOrAnObject() {
        assertThat(Ref.idOf(invoice("\"billTo\":5").billTo())).isEqualTo(5);
        assertThat(Ref.idOf(invoice("\"billTo\":\"5\"").billTo())).isEqualTo(5);
        assertThat(invoice("\"billTo\":\"\"").billTo()).isNull();
        assertThat(Objects.requireNonNull(invoice("\"billTo\":{\"id\":5,\"name\":\"Invented\"}")
                                .billTo())
                        .object())
                .containsEntry("name", "Invented");
    }

    @Test
    void emptyTextInANumberIsNoValue() {
        assertThat(invoice("\"aging\":\"\",\"invoiceBatchId\":\"\",\"subTotal\":\"\",\"distributed\":\"\""))
                .isEqualTo(invoice("\"aging\":null"));
        assertThat(invoice("\"aging\":\"30\"").aging()).isEqualTo(30);
        assertThat(invoice("\"aging\":30").aging()).isEqualTo(30);
    }

    private static Invoice invoice(String fields) {
        return first("{\"id\":1," + fields + "}", tracktik -> tracktik.billing().invoices(Query.all()));
    }

    @ParameterizedTest
    @CsvSource({"\"\",", "null,", "\"1\",true", "1,true", "\"0\",false", "\"true\",true", "\"No\",false", "false,false"
    })
    void flagsMayBeText(String sent, Boolean read) {
        assertThat(payItem("\"locked\":" + sent).locked()).isEqualTo(read);
        Position position = first(
                "{\"id\":1,\"isTeamLeader\":" + sent + "}",
                tracktik -> tracktik.entities().positions(Query.all()));
        assertThat(position.isTeamLeader()).isEqualTo(read);
    }

    @Test
    void idsMayBeText() {
        assertThat(payItem("\"originTypeItemId\":\"9007199254740993\"").originTypeItemId())
                .isEqualTo(9_007_199_254_740_993L);
        assertThat(payItem("\"originTypeItemId\":\"\"").originTypeItemId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"\"many\"", "1.5", "[]", "\"99999999999\""})
    void anythingElseIsNoWholeNumber(String sent) {
        List<String> reasons = read(
                        "{\"id\":1,\"aging\":" + sent + "}",
                        tracktik -> tracktik.billing().invoices(Query.all()))
                .unreadable()
                .stream()
                .map(item -> item.reason())
                .toList();
        assertThat(reasons).singleElement().asString().isEqualTo("$.aging: expected a whole number");
    }

    private static PayrollPayrunItem payItem(String field) {
        return first("{\"id\":1," + field + "}", tracktik -> tracktik.payroll().payrollPayrunItems(Query.all()));
    }

    private static <T> T first(String item, Function<TrackTik, Paged<T>> asking) {
        Page<T> page = read(item, asking);
        assertThat(page.unreadable()).isEmpty();
        return page.items().get(0);
    }

    private static <T> Page<T> read(String item, Function<TrackTik, Paged<T>> asking) {
        String body = "{\"meta\":{\"count\":1,\"limit\":1000,\"offset\":0},\"data\":[" + item + "]}";
        try (TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
                TrackTik tracktik = Clients.connect(sandbox)) {
            sandbox.faults()
                    .next(
                            1,
                            exchange -> new MockResponse.Builder()
                                    .setHeader("Content-Type", "application/json")
                                    .body(body)
                                    .build());
            try (Pages<T> pages = asking.apply(tracktik).pages()) {
                return pages.next();
            }
        }
    }
}
