package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.Moshi;

/** Moshi with no more than what it needs to know of values, for the benchmark to parse with beside the client. */
public final class BareJson {
    public static final Moshi MOSHI =
            new Moshi.Builder().add(ValueAdapters.FACTORY).build();

    private BareJson() {}
}
