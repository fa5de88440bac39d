/** What is read from TrackTik and where it goes: lists of its feeds, its dimensions and its facts. */
@NullMarked
package io.fieldhouse.etl.tracktik.catalog;

import org.jspecify.annotations.NullMarked;
