package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.load.LoadCounts;
import java.util.function.Consumer;

/** A vendor's answer to one question. Nothing is asked until it is read. */
@FunctionalInterface
public interface Answer<T> {
    /**
     * Reads the answer to its end.
     *
     * @param stage where each record goes
     * @param came is told what has come, also where the reading fails
     * @return how many records there are, by the vendor's own count
     */
    long read(Stage<T> stage, Consumer<LoadCounts> came);
}
