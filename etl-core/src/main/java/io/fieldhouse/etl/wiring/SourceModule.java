package io.fieldhouse.etl.wiring;

import com.google.inject.Module;

/** What binds one source by its name. */
public sealed interface SourceModule extends Module permits TrackTikModule {}
