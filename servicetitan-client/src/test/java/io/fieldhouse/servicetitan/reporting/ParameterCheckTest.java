package io.fieldhouse.servicetitan.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.servicetitan.reporting.ReportParameter.AcceptedValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class ParameterCheckTest {
    private static final ReportQuestion QUESTION = ReportQuestion.of("operations", 7)
            .with("From", LocalDate.of(2025, 10, 20))
            .with("To", "2025-10-26");
    private static final Map<String, ValueSet> SETS = Map.of(
            "job-date-filter-type",
            new ValueSet(
                    "job-date-filter-type",
                    List.of(
                            new ValueSet.Entry(0L, "Invoice Date"),
                            new ValueSet.Entry(1L, "Job Completion Date"),
                            new ValueSet.Entry(2L, "Job Creation Date"),
                            new ValueSet.Entry(3L, "Job Start Date"))),
            "technicians",
            new ValueSet(
                    "technicians",
                    List.of(
                            new ValueSet.Entry(1L, "Ann Hara"),
                            new ValueSet.Entry(2L, "Bob Twin"),
                            new ValueSet.Entry(3L, "Bob Twin"))),
            "business-units",
            new ValueSet(
                    "business-units",
                    List.of(
                            new ValueSet.Entry(101L, "Tucson-Sales"),
                            new ValueSet.Entry(102L, "Andy's Painting-Sales"),
                            new ValueSet.Entry(103L, "Twin"),
                            new ValueSet.Entry(104L, "Twin"))));

    private final List<String> setsRead = new ArrayList<>();

    @Test
    void labelsBecomeTheValuesOfToday() {
        assertThat(resolve(QUESTION.withLabel("DateType", "Job Start Date")
                        .withLabel("BusinessUnitId", " andy's painting-SALES ", "Tucson-Sales")
                        .with("IncludeAdjustmentInvoices", true)
                        .withLabel("Grouping", "By week")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "From",
                        LocalDate.of(2025, 10, 20),
                        "To",
                        LocalDate.of(2025, 10, 26),
                        "DateType",
                        3L,
                        "BusinessUnitId",
                        List.of(102L, 101L),
                        "IncludeAdjustmentInvoices",
                        true,
                        "Grouping",
                        "Week"));
    }

    @Test
    void valuesGoAsTheSetHasThem() {
        assertThat(resolve(QUESTION.with("DateType", "1").with("BusinessUnitId", 101)))
                .containsEntry("DateType", 1L)
                .containsEntry("BusinessUnitId", List.of(101L));
    }

    @Test
    void setIsReadOnceAndOnlyIfItIsNeeded() {
        resolve(QUESTION.with("DateType", 1));

        assertThat(setsRead).containsExactly("job-date-filter-type");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        ReportQuestion wrong = ReportQuestion.of("operations", 7)
                .with("To", "yesterday")
                .with("BusinessUnitIds", 101)
                .with("IncludeAdjustmentInvoices", "perhaps")
                .withLabel("DateType", "Job Starting Date")
                .with("Grouping", List.of("Day", "Month"))
                .columns("JobNumber", "SubTotal");

        assertThatThrownBy(() -> resolve(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        The report operations/7, 'FOREMAN Job Cost', cannot be run so:
                        - To takes a date such as 2025-10-20.
                        - It has no parameter BusinessUnitIds. The nearest are 'BusinessUnitId', \
                        'DateType', 'Grouping'.
                        - IncludeAdjustmentInvoices takes true or false.
                        - DateType takes nothing called 'Job Starting Date'. The nearest are 'Job Start Date', \
                        'Job Creation Date', 'Job Completion Date'.
                        - Grouping takes one value, not several.
                        - Grouping does not take 'Month'. The nearest are 'Day (By day)', 'Week (By week)'.
                        - It needs From, a date such as 2025-10-20.
                        - It has no column SubTotal. The nearest are 'Subtotal', 'SoldBy', 'JobNumber'.""");
    }

    @Test
    void valueOutsideItsSetIsRefused() {
        assertThatThrownBy(() -> resolve(QUESTION.with("DateType", 9)))
                .hasMessageContaining("DateType does not take '9'. The nearest are ");
    }

    @Test
    void labelThatSeveralHaveIsNotGuessed() {
        assertThatThrownBy(() -> resolve(QUESTION.with("DateType", 1).withLabel("BusinessUnitId", "Twin")))
                .hasMessageContaining(
                        "BusinessUnitId takes several that are called 'Twin': give one of the values 103, 104.");
    }

    @Test
    void namesOfPeopleAreNotTold() {
        ReportDefinition crew = Definitions.definition(
                "Crew",
                List.of(Definitions.parameter(
                        "TechnicianId", "Number", false, true, new AcceptedValues(null, "technicians", null))),
                List.of());
        ReportQuestion question = ReportQuestion.of("operations", 7);

        for (ReportQuestion wrong : List.of(
                question.with("TechnicianId", 9),
                question.with("TechnicianId", "Ann O'Hara"),
                question.withLabel("TechnicianId", "Ann O'Hara"))) {
            assertThatThrownBy(() -> ParameterCheck.resolve(wrong, crew, this::set))
                    .hasMessageContaining("TechnicianId takes one of 3 values, and this is not one of them")
                    .hasMessageContaining("valueSet(\"technicians\") lists them")
                    .hasMessageNotContaining("Ann");
        }
        assertThatThrownBy(
                        () -> ParameterCheck.resolve(question.withLabel("TechnicianId", "Bob Twin"), crew, this::set))
                .hasMessageContaining("TechnicianId takes several that are called so: give one of the values 2, 3.")
                .hasMessageNotContaining("Bob");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNoValue() {
        assertThatThrownBy(() -> QUESTION.with("Unit", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Unit is given null");
    }

    @Test
    void labelNeedsASet() {
        assertThatThrownBy(() -> resolve(ReportQuestion.of("operations", 7)
                        .withLabel("From", "Monday")
                        .with("To", "2025-10-26")
                        .with("DateType", 1)))
                .hasMessageContaining(
                        "From has no set of values: give it the value itself, a date such as 2025-10-20.");
    }

    @Test
    void noValueAtAllIsRefused() {
        assertThatThrownBy(() -> resolve(QUESTION.with("DateType", 1).with("BusinessUnitId", List.of())))
                .hasMessageContaining("BusinessUnitId is given no value");
    }

    @Test
    void numbersStayExact() {
        ReportDefinition free = Definitions.definition(
                "Free", List.of(Definitions.parameter("Floor", "Number", false, true, null)), List.of());

        assertThat(ParameterCheck.resolve(
                        ReportQuestion.of("operations", 7).with("Floor", new BigDecimal("10.00")), free, this::set))
                .containsEntry("Floor", new BigDecimal("10.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void listOfNoValuesIsNoSet(String id) {
        List<ReportParameter> parameters = List.of(
                Definitions.parameter("Floor", "Number", false, true, new AcceptedValues(List.of(), null, List.of())),
                Definitions.parameter("Note", "String", false, true, new AcceptedValues(List.of(), id, List.of())));

        assertThat(ParameterCheck.resolve(
                        ReportQuestion.of("operations", 7).with("Floor", "10").with("Note", "any"),
                        Definitions.definition("Free", parameters, List.of()),
                        this::set))
                .containsEntry("Floor", new BigDecimal("10"))
                .containsEntry("Note", "any");
        assertThat(setsRead).isEmpty();
    }

    @Test
    void nonsenseIsRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> ReportQuestion.of(" ", 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QUESTION.with("From", "2025-10-21")).hasMessageContaining("From is given twice");
        assertThatThrownBy(() -> QUESTION.with("Unit", new Object())).hasMessageContaining("A value of Unit is a text");
        assertThatThrownBy(() -> QUESTION.pageSize(25_001)).isInstanceOf(IllegalArgumentException.class);
        assertThat(QUESTION.with("Customer", "Somebody"))
                .hasToString("ReportQuestion[operations/7, [From, To, Customer]]");
    }

    private Map<String, Object> resolve(ReportQuestion question) {
        return ParameterCheck.resolve(question, Definitions.COSTING, this::set);
    }

    private ValueSet set(String id) {
        setsRead.add(id);
        return SETS.getOrDefault(id, new ValueSet(id, List.of()));
    }
}
