package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.Moshi;

/** The client's own JSON, for the benchmark to parse with beside it. */
public final class BareJson {
    public static final Moshi MOSHI = ValueAdapters.MOSHI;

    private BareJson() {}
}
