package io.fieldhouse.servicetitan.api;

/** How an endpoint is asked for what is not active as well: ServiceTitan hides it by default. */
public enum Inactive {
    /** By {@code active=Any}, as most. */
    ACTIVE_ANY("active", "Any"),
    /** By {@code activeState=All}, as in accounting. */
    ACTIVE_STATE_ALL("activeState", "All"),
    /** Not at all: it hides nothing. */
    ALWAYS_SHOWN("", "");

    private final String parameter;
    private final String value;

    Inactive(String parameter, String value) {
        this.parameter = parameter;
        this.value = value;
    }

    /** The name of the query parameter; empty where there is none. */
    public String parameter() {
        return parameter;
    }

    /** What asks for everything. */
    public String value() {
        return value;
    }
}
