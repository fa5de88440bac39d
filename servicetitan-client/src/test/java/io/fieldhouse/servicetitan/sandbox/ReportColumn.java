package io.fieldhouse.servicetitan.sandbox;

/**
 * A column of a report.
 *
 * @param source where in a row its value is; negative where it has none
 */
record ReportColumn(String name, String label, Type type, int source) {
    enum Type {
        STRING("String"),
        NUMBER("Number"),
        DATE("Date");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    ReportColumn named(String other) {
        return new ReportColumn(other, label, type, source);
    }

    ReportColumn typed(Type other) {
        return new ReportColumn(name, label, other, source);
    }
}
