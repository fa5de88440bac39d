package io.fieldhouse.tracktik.sandbox;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** A value that writes itself. */
@FunctionalInterface
interface Json {
    void write(JsonWriter out) throws IOException;
}
