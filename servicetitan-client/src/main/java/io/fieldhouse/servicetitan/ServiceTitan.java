package io.fieldhouse.servicetitan;

import io.fieldhouse.servicetitan.api.ServiceTitanConfig;

/** ServiceTitan's API. */
public final class ServiceTitan implements AutoCloseable {
    private ServiceTitan() {}

    /** A client; it asks nothing, not even for a token, before it is asked. */
    public static ServiceTitan connect(ServiceTitanConfig config) {
        throw new UnsupportedOperationException("Not there yet: " + config.tenant());
    }

    @Override
    public void close() {}
}
