package io.fieldhouse.servicetitan;

import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.resources.ResourcesApi;
import io.fieldhouse.servicetitan.transport.Answers;
import java.util.function.LongSupplier;
import retrofit2.Retrofit;

/**
 * ServiceTitan's v2 API, as one tenant sees it. Each section is an interface whose methods return what was asked for, or
 * throw a {@link io.fieldhouse.servicetitan.api.ServiceTitanException}; a question that cannot be asked at all is an {@link
 * IllegalArgumentException} at once. One client a tenant is meant to be shared: it is thread-safe, and its pace, its token
 * and its connections are common to all that goes through it.
 */
public final class ServiceTitan implements AutoCloseable {
    private final Answers answers;
    private final ResourcesApi resources;

    private ServiceTitan(ServiceTitanConfig config, LongSupplier nanoTime) {
        answers = new Answers(config, nanoTime);
        Retrofit retrofit = answers.retrofit();
        resources = retrofit.create(ResourcesApi.class);
    }

    /** A client; it asks nothing, not even for a token, before it is asked. */
    public static ServiceTitan connect(ServiceTitanConfig config) {
        return connect(config, System::nanoTime);
    }

    /** A client by another clock, in nanoseconds, that only ever goes forward. */
    public static ServiceTitan connect(ServiceTitanConfig config, LongSupplier nanoTime) {
        return new ServiceTitan(config, nanoTime);
    }

    /** Any other path, as maps. */
    public ResourcesApi resources() {
        return resources;
    }

    /** Gives up what is under way and lets go of connections and threads. */
    @Override
    public void close() {
        answers.close();
    }
}
