package io.fieldhouse.servicetitan.reporting;

import static io.fieldhouse.servicetitan.reporting.Definitions.COSTING;
import static io.fieldhouse.servicetitan.reporting.Definitions.FIELDS;
import static io.fieldhouse.servicetitan.reporting.Definitions.PARAMETERS;
import static io.fieldhouse.servicetitan.reporting.Definitions.definition;
import static io.fieldhouse.servicetitan.reporting.Definitions.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.servicetitan.reporting.ReportParameter.AcceptedValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class DriftTest {
    @Test
    void sameShapeHasNotDrifted() {
        ReportDefinition touched = new ReportDefinition(
                8, COSTING.name(), "another description", java.time.Instant.EPOCH, PARAMETERS, FIELDS);

        assertThat(touched.fingerprint()).isEqualTo(COSTING.fingerprint()).doesNotContain("\n");
        assertThat(touched.driftSince(COSTING.fingerprint())).isEmpty();
    }

    @Test
    void renamedReportIsTold() {
        assertThat(definition("Job \"Costs\"", PARAMETERS, FIELDS).driftSince(COSTING.fingerprint()))
                .containsExactly("The report is called 'Job \"Costs\"' now, not 'FOREMAN Job Cost'.");
    }

    @Test
    void renamedParameterIsTold() {
        ReportParameter before = Definitions.UNITS;
        ReportParameter after =
                new ReportParameter("BusinessUnitIds", before.label(), "Number", true, true, before.acceptValues());

        assertThat(parameters(list -> replace(list, before, after)))
                .containsExactly(
                        "The parameter BusinessUnitId is called BusinessUnitIds now.",
                        "The parameter BusinessUnitIds is required now.");
    }

    @Test
    void addedAndRemovedPartsAreTold() {
        assertThat(parameters(list -> {
                    list.remove(Definitions.ADJUSTMENTS);
                    list.add(parameter("IncludeInactive", "Boolean", false, true, null));
                    return list;
                }))
                .containsExactly(
                        "The parameter IncludeAdjustmentInvoices is gone.",
                        "The parameter IncludeInactive is new, and required (Boolean).");
        assertThat(columns(list -> {
                    list.remove(FIELDS.get(2));
                    list.add(new ReportField("LaborPay", "Labor Pay", "Number"));
                    return list;
                }))
                .containsExactly("The column SoldBy is gone.", "The column LaborPay is new (Number).");
    }

    @Test
    void changedParameterIsTold() {
        assertThat(parameters(list -> replace(
                        list,
                        Definitions.DATE_TYPE,
                        new ReportParameter(
                                "DateType",
                                "Date Type",
                                "String",
                                true,
                                false,
                                new AcceptedValues(null, "payment-date-type", null)))))
                .containsExactly(
                        "The parameter DateType is labelled 'Date Type' now, not 'The DateType'.",
                        "The parameter DateType takes 'a list of String' now, not 'Number'.",
                        "The parameter DateType is not required any more.",
                        "The parameter DateType takes its values from 'the set payment-date-type' now,"
                                + " not 'the set job-date-filter-type'.");
    }

    @Test
    void changedValuesAreTold() {
        assertThat(parameters(list -> replace(
                        list,
                        Definitions.GROUPING,
                        parameter(
                                "Grouping",
                                "String",
                                false,
                                false,
                                new AcceptedValues(
                                        null,
                                        null,
                                        List.of(List.of("Week", "By week"), List.of("Month", "By month")))))))
                .containsExactly(
                        "The parameter Grouping does not take Day (By day) any more.",
                        "The parameter Grouping takes Month (By month) as well.");
    }

    @Test
    void renamedRetypedAndReorderedColumnsAreTold() {
        assertThat(columns(list -> {
                    Collections.swap(list, 0, 1);
                    return replace(
                            replace(list, FIELDS.get(3), new ReportField("JobsSubtotal", "Jobs Subtotal", "Number")),
                            FIELDS.get(4),
                            new ReportField("NoCharge", "Free", "String"));
                }))
                .containsExactly(
                        "The column Subtotal is called JobsSubtotal now.",
                        "The column NoCharge is labelled 'Free' now, not 'No Charge'.",
                        "The column NoCharge is a 'String' now, not 'Boolean'.",
                        "The columns stand in another order: JobNumber, ScheduledDate, SoldBy, NoCharge.");
    }

    @Test
    void definitionThatSaysLittleHasAFingerprintToo() {
        ReportDefinition bare = new ReportDefinition(7, null, null, null, null, null);

        assertThat(bare.driftSince(bare.fingerprint())).isEmpty();
        assertThat(bare.driftSince(COSTING.fingerprint())).hasSize(1 + PARAMETERS.size() + FIELDS.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[1]", "{\"version\":2,\"name\":\"\",\"parameters\":[],\"columns\":[]}", "{\"x\":1}"})
    void whatIsNoFingerprintIsRefused(String text) {
        assertThatThrownBy(() -> COSTING.driftSince(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("create a new one");
    }

    private static List<String> parameters(UnaryOperator<List<ReportParameter>> change) {
        return definition("FOREMAN Job Cost", change.apply(new ArrayList<>(PARAMETERS)), FIELDS)
                .driftSince(COSTING.fingerprint());
    }

    private static List<String> columns(UnaryOperator<List<ReportField>> change) {
        return definition("FOREMAN Job Cost", PARAMETERS, change.apply(new ArrayList<>(FIELDS)))
                .driftSince(COSTING.fingerprint());
    }

    private static <T> List<T> replace(List<T> list, T old, T other) {
        Collections.replaceAll(list, old, other);
        return list;
    }
}
