package io.fieldhouse.etl.wiring;

import com.google.inject.Module;

/** What binds one source by its name. */
public interface SourceModule extends Module {}
