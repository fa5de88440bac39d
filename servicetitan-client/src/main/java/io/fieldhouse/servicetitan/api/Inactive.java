package io.fieldhouse.servicetitan.api;

/** How an endpoint is asked for what is not active as well: ServiceTitan hides it by default. */
public enum Inactive {
    /** By {@code active=Any}, as most. */
    ACTIVE_ANY("active", "Any", ""),
    /** By {@code activeState=All}, as in accounting. */
    ACTIVE_STATE_ALL("activeState", "All", ""),
    /** By {@code includeInactive=true}, as teams. */
    INCLUDE_INACTIVE("includeInactive", "true", ""),
    /** By {@code activeOnly=false}, as non-job appointments, whose default is not documented. */
    NOT_ACTIVE_ONLY("activeOnly", "false", "true"),
    /** Not at all: it hides nothing. */
    ALWAYS_SHOWN("", "", "");

    private final String parameter;
    private final String value;
    private final String activeValue;

    Inactive(String parameter, String value, String activeValue) {
        this.parameter = parameter;
        this.value = value;
        this.activeValue = activeValue;
    }

    /** The name of the query parameter; empty where there is none. */
    public String parameter() {
        return parameter;
    }

    /** What asks for everything. */
    public String value() {
        return value;
    }

    /** The value that asks for active items only; empty where that is the default. */
    public String activeValue() {
        return activeValue;
    }
}
