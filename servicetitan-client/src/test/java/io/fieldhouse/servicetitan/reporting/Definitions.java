package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.servicetitan.reporting.ReportParameter.AcceptedValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports for the tests, after the vendor's job costing report. */
final class Definitions {
    static final ReportParameter DATE_TYPE =
            parameter("DateType", "Number", false, true, new AcceptedValues(null, "job-date-filter-type", null));
    static final ReportParameter FROM = parameter("From", "Date", false, true, null);
    static final ReportParameter TO = parameter("To", "Date", false, true, null);
    static final ReportParameter UNITS =
            parameter("BusinessUnitId", "Number", true, false, new AcceptedValues(null, "business-units", null));
    static final ReportParameter ADJUSTMENTS = parameter("IncludeAdjustmentInvoices", "Boolean", false, false, null);
    static final ReportParameter GROUPING = parameter(
            "Grouping",
            "String",
            false,
            false,
            new AcceptedValues(null, null, List.of(List.of("Day", "By day"), List.of("Week", "By week"))));
    static final List<ReportParameter> PARAMETERS = List.of(DATE_TYPE, FROM, TO, UNITS, ADJUSTMENTS, GROUPING);
    static final List<ReportField> FIELDS = List.of(
            new ReportField("ScheduledDate", "Scheduled Date", "Date"),
            new ReportField("JobNumber", "Job #", "String"),
            new ReportField("SoldBy", "Sold By", "String"),
            new ReportField("Subtotal", "Jobs Subtotal", "Number"),
            new ReportField("NoCharge", "No Charge", "Boolean"));
    static final ReportDefinition COSTING = definition("FOREMAN Job Cost", PARAMETERS, FIELDS);

    private Definitions() {}

    static ReportDefinition definition(String name, List<ReportParameter> parameters, List<ReportField> fields) {
        return new ReportDefinition(7, name, null, null, parameters, fields);
    }

    static ReportParameter parameter(
            String name, String type, boolean several, boolean needed, @Nullable AcceptedValues accepted) {
        return new ReportParameter(name, "The " + name, type, several, needed, accepted);
    }
}
