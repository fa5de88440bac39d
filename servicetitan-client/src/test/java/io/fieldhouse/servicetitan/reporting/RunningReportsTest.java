package io.fieldhouse.servicetitan.reporting;

import static io.fieldhouse.servicetitan.reporting.ScriptedReports.DATA;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.REPORT;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.THREE;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.page;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldhouse.servicetitan.ServiceTitan;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import io.fieldhouse.servicetitan.reporting.ScriptedReports.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningReportsTest {
    private static final ReportQuestion QUESTION = ReportQuestion.of("operations", 7)
            .withLabel("DateType", "Job Completion Date")
            .with("From", LocalDate.of(2025, 10, 20));

    private final ScriptedReports server = new ScriptedReports();
    private final ServiceTitan client = server.client(Duration.ZERO);
    private final Reports reports = client.reports();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void pagingGoesIntoTheQueryAndNothingButParametersIntoTheBody() {
        server.on(DATA, page(1, true, THREE), page(2, false, "[\"J-3\",3],[\"J-4\",4]"));

        assertThat(rows()).hasSize(4);
        assertThat(server.calls(DATA))
                .extracting(Call::method, Call::query)
                .containsExactly(
                        tuple("POST", "page=1&pageSize=25000&includeTotal=true"),
                        tuple("POST", "page=2&pageSize=2&includeTotal=true"));
        assertThat(server.calls(DATA)).extracting(Call::body).containsOnly("""
                {"parameters":[{"name":"DateType","value":1},{"name":"From","value":"2025-10-20"}]}""");
    }

    @Test
    void columnsThatChangePlacesBetweenPagesStayThemselves() {
        server.on(
                DATA,
                page(1, true, THREE),
                page(2, false, "Subtotal,JobNumber", "[3,\"J-3\"],[20.25,\"J-4\"],[null,null]"));

        assertThat(rows())
                .extracting(row -> row.text("JobNumber"), row -> row.number("Subtotal"))
                .containsExactly(
                        tuple("J-1", new BigDecimal("1")),
                        tuple("J-2", new BigDecimal("2")),
                        tuple("J-3", new BigDecimal("3")),
                        tuple("J-4", new BigDecimal("20.25")),
                        tuple(null, null));
    }

    @Test
    void columnsMayStandBehindTheRows() {
        server.on(
                DATA,
                "{\"data\":[[\"J-1\", 5 ]],\"fields\":[{\"name\":\"JobNumber\"},{\"name\":\"Subtotal\"}],"
                        + "\"hasMore\":false,\"somethingNew\":{\"a\":[1]}}");

        assertThat(rows())
                .extracting(row -> row.json().utf8())
                .containsExactly("{\"JobNumber\":\"J-1\",\"Subtotal\":5}");
    }

    @Test
    void renamedColumnBetweenCallsIsTakenAsItComes() {
        server.on(DATA, page(1, false, "JobNumber,JobsSubtotal", "[\"J-1\",5]"));

        assertThat(rows()).extracting(row -> row.number("JobsSubtotal")).containsExactly(new BigDecimal(5));
        assertThat(refusal(QUESTION.columns("JobNumber", "Subtotal")))
                .hasMessageContaining("it comes without Subtotal, and with JobNumber, JobsSubtotal");
    }

    @Test
    void renamedColumnBetweenPagesIsRefused() {
        server.on(DATA, page(1, true, THREE), page(2, false, "JobNumber,JobsSubtotal", "[\"J-3\",3],[\"J-4\",4]"));

        assertThat(refusal(QUESTION))
                .hasMessageContaining("it comes without Subtotal, and with JobsSubtotal")
                .extracting(ServiceTitanException::kind)
                .isEqualTo(Kind.BAD_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "JobNumber,Subtotal,JobNumber; [1,2,3]; Two columns of the report are called JobNumber",
                "JobNumber,Subtotal; [1,2],[1]; A row has 1 cells and the report 2 columns",
                "JobNumber; [1,2]; A row has 2 cells and the report 1 columns",
                "JobNumber,Subtotal; [1,2],{}; unexpected value at $.data[1]",
                "JobNumber,Subtotal; [1,2; incomplete or invalid JSON"
            })
    void pageThatCannotBeToldApartIsRefused(String columns, String rows, String reason) {
        server.on(DATA, page(1, false, columns, rows));

        assertThat(refusal(QUESTION)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'fields':['A'],'data':[['1']],'data':[],'hasMore':false}; The answer has data twice",
                "{'fields':['A'],'data':[['1']],'fields':['B'],'hasMore':false}; The answer has fields twice"
            },
            quoteCharacter = '`')
    void answerThatSaysThingsTwiceIsRefused(String answer, String reason) {
        server.on(DATA, answer.replace('\'', '"'));

        assertThat(refusal(QUESTION))
                .hasMessageContaining(reason)
                .extracting(ServiceTitanException::kind)
                .isEqualTo(Kind.BAD_ANSWER);
    }

    @Test
    void columnWithoutANameIsRefused() {
        server.on(DATA, page(1, false, "JobNumber, ", "[1,2]"));

        assertThat(refusal(QUESTION)).hasMessageContaining("A column of the report has no name");
    }

    @Test
    void pageOfHtmlIsRefusedWhateverItsStatus() {
        server.on(DATA, "<html><body>We will be back soon</body></html>");

        ServiceTitanException refusal = refusal(QUESTION);

        assertThat(refusal.kind()).isEqualTo(Kind.SERVER);
        assertThat(refusal).hasMessageContaining("HTML").hasMessageNotContaining("back soon");
    }

    @Test
    void emptyReportHasAPageAndNoRow() {
        server.on(DATA, page(1, false, ""));

        try (ReportPages pages = reports.run(QUESTION)) {
            assertThat(pages.next().rows()).isEmpty();
            assertThat(pages.hasNext()).isFalse();
            assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void pagesThatGoOnForEverAreRefused() {
        server.on(DATA, page(1, true, ""));
        assertThat(refusal(QUESTION)).hasMessageContaining("nothing new, and is said not to be the last");

        server.on(DATA, page(1, true, THREE), page(2, true, "[\"J-3\",3]"));
        assertThat(refusal(QUESTION)).hasMessageContaining("nothing new, and is said not to be the last");

        server.on(DATA, page(1, true, THREE));
        assertThat(refusal(QUESTION)).hasMessageContaining("sends page 1 of the report instead of page 2");
    }

    @Test
    void missingRowsAreNoticed() {
        server.on(DATA, counted(2, page(1, false, "[1,2]")));

        assertThat(refusal(QUESTION)).hasMessageContaining("1 rows of the report came, and ServiceTitan counts 2");
    }

    @Test
    void rowsThatComeOrGoBetweenPagesAreNoticed() {
        server.on(DATA, counted(4, page(1, true, THREE)), counted(3, page(2, false, "[\"J-3\",3]")));

        assertThat(refusal(QUESTION)).hasMessageContaining("counts 3 now: it changed in between. Run it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"J-4\",4],[\"J-5\",5]", "[\"J-3\",3.0],[\"J-5\",5]", "[\"J-2\",2],[\"J-3\",3]", ""})
    void rowsThatAreMovedBetweenPagesAreNoticedThoughTheirCountStays(String rows) {
        server.on(DATA, page(1, true, THREE), page(2, false, rows));

        assertThat(refusal(QUESTION))
                .hasMessageContaining("Page 2 of the report does not go on where page 1 ends")
                .hasMessageContaining("Run it again")
                .extracting(ServiceTitanException::kind)
                .isEqualTo(Kind.BAD_ANSWER);
    }

    private static String counted(int total, String page) {
        return page.replace("\"totalCount\":null", "\"totalCount\":" + total);
    }

    @Test
    void wrongQuestionIsNeverAsked() {
        assertThatThrownBy(() -> reports.run(ReportQuestion.of("operations", 7).with("BusinessUnit", 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no parameter BusinessUnit")
                .hasMessageContaining("needs DateType")
                .hasMessageContaining("needs From");
        assertThat(server.calls(DATA)).isEmpty();
    }

    @Test
    void unknownReportSaysWhereToLook() {
        ServiceTitanException refusal = catchThrowableOfType(
                ServiceTitanException.class, () -> reports.run(ReportQuestion.of("operations", 8)));

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal.traceId()).isEqualTo("00-abc-01");
        assertThat(refusal)
                .hasMessageContaining("operations/reports/8")
                .hasMessageContaining("reports(category) the reports of one");
    }

    @Test
    void limitIsWaitedForAsItsTitleSays() {
        server.on(
                DATA,
                status(429, "{\"title\":\"Rate limit is exceeded. Try again in 0.2 seconds.\",\"status\":429}"),
                status(200, page(1, false, "[\"J-1\",1]")));

        assertThat(rows()).hasSize(1);
        List<Call> calls = server.calls(DATA);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).nanos() - calls.get(0).nanos()).isGreaterThan(190_000_000);
    }

    @Test
    void valuesOfASetAreReadPageByPage() {
        server.on(
                "dynamic-value-sets/business-units",
                "{\"fields\":[\"Name\",\"Value\"],\"page\":1,\"hasMore\":true,\"data\":[[\"Andy's\",1],[\"Twin\",2.0]]}",
                "{\"fields\":[\"Name\",\"Value\"],\"page\":2,\"hasMore\":false,\"data\":[[\"Twin\",2],[null,\"x\"]]}");

        ValueSet set = reports.valueSet("business-units");

        assertThat(set.entries())
                .extracting(ValueSet.Entry::value, ValueSet.Entry::label)
                .containsExactly(tuple(1L, "Andy's"), tuple(2L, "Twin"), tuple("x", "x"));
        assertThat(set.valueOf("twin")).contains(2L);
        assertThat(server.calls("dynamic-value-sets/business-units"))
                .extracting(Call::query)
                .containsExactly("page=1&pageSize=1000", "page=2&pageSize=1000");
        assertThat(set).hasToString("ValueSet[business-units, 3 values]");
    }

    @Test
    void valuesThatAreTheSameNumberAreAllKept() {
        server.on(
                "dynamic-value-sets/codes",
                "{\"fields\":[\"Value\",\"Name\"],\"page\":1,\"hasMore\":false,"
                        + "\"data\":[[\"01\",\"Office\"],[\"1\",\"Field\"],[1,\"Yard\"]]}");

        assertThat(reports.valueSet("codes").entries())
                .extracting(ValueSet.Entry::value)
                .containsExactly("01", "1", 1L);
    }

    @Test
    void whatThereIsCanBeListed() {
        server.on(
                "report-categories",
                "{\"page\":1,\"hasMore\":false,\"data\":[{\"id\":\"operations\",\"name\":\"Operations\"}]}");
        server.on(
                "report-category/operations/reports",
                "{\"page\":1,\"hasMore\":false,\"data\":[{\"id\":7,\"name\":\"A\"},{\"id\":8,\"name\":\"A\"}]}");

        assertThat(reports.categories()).containsExactly(new ReportCategory("operations", "Operations"));
        assertThat(reports.reports("operations")).extracting(ReportSummary::id).containsExactly(7L, 8L);
        ReportDefinition definition = reports.definition("operations", 7);
        assertThat(definition.modifiedOn()).isEqualTo("2025-10-13T20:13:02.936853Z");
        assertThat(definition.driftSince(definition.fingerprint())).isEmpty();
        assertThat(server.calls(REPORT)).hasSize(1);
    }

    @Test
    void runThatFailedFailsAgain() {
        server.on(DATA, page(1, true, THREE), page(7, false, "[1,2]"), page(2, false, "[\"J-3\",3]"));
        try (ReportPages pages = reports.run(QUESTION)) {
            pages.next();
            assertThatThrownBy(pages::next).isInstanceOf(ServiceTitanException.class);
            assertThatThrownBy(pages::hasNext).isInstanceOf(ServiceTitanException.class);
        }
    }

    @Test
    void runThatWasClosedDoesNotLookFinished() {
        server.on(DATA, page(1, true, "[1,2]"));
        ReportPages pages = reports.run(QUESTION);
        pages.next();
        pages.close();

        assertThatThrownBy(pages::hasNext).isInstanceOf(IllegalStateException.class);
    }

    private List<ReportRow> rows() {
        try (ReportPages pages = reports.run(QUESTION)) {
            return pages.rows().toList();
        }
    }

    private ServiceTitanException refusal(ReportQuestion question) {
        return catchThrowableOfType(
                ServiceTitanException.class,
                () -> reports.run(question)
                        .rows()
                        .forEach(row -> assertThat(row.names()).isNotEmpty()));
    }
}
