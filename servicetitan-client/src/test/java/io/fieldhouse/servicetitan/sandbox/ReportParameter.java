package io.fieldhouse.servicetitan.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What a report can be asked.
 *
 * @param key what the report itself knows it by, whatever it is called
 * @param dataType as the vendor says it: String, Number, Boolean or Date
 * @param valueSet the dynamic set that its values come from, or null
 */
record ReportParameter(
        String key,
        String name,
        String label,
        String dataType,
        boolean array,
        boolean required,
        @Nullable String valueSet) {

    static ReportParameter required(String name, String label, String dataType, @Nullable String valueSet) {
        return new ReportParameter(name, name, label, dataType, false, true, valueSet);
    }

    static ReportParameter optional(String name, String label, String dataType) {
        return new ReportParameter(name, name, label, dataType, false, false, null);
    }

    static ReportParameter businessUnits(String name, String label) {
        return new ReportParameter("BusinessUnits", name, label, "Number", true, false, ValueSets.BUSINESS_UNITS);
    }

    ReportParameter named(String other) {
        return new ReportParameter(key, other, label, dataType, array, required, valueSet);
    }
}
