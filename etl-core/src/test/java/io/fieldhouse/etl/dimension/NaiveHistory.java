package io.fieldhouse.etl.dimension;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a history says, kept as nothing but what was seen of each key, when: the model that merges are held against. */
final class NaiveHistory {
    private final Map<Long, TreeMap<Instant, Optional<String>>> seen = new HashMap<>();
    private final TreeSet<Instant> fullMoments = new TreeSet<>();
    private final Set<Long> keys = new TreeSet<>();

    void see(Instant asOf, Map<Long, String> rows, boolean isFull) {
        rows.forEach((key, value) -> {
            keys.add(key);
            seen.computeIfAbsent(key, any -> new TreeMap<>()).put(asOf, Optional.of(value));
        });
        if (isFull) {
            fullMoments.add(asOf);
            for (Map.Entry<Long, TreeMap<Instant, Optional<String>>> key : seen.entrySet()) {
                if (!rows.containsKey(key.getKey())) {
                    key.getValue().put(asOf, Optional.empty());
                }
            }
        }
    }

    Set<Long> keys() {
        return keys;
    }

    /** What a key was at a moment: what was seen last before it, or at first, or nothing. */
    @Nullable String at(long key, Instant moment) {
        TreeMap<Instant, Optional<String>> sightings = new TreeMap<>(seen.getOrDefault(key, new TreeMap<>()));
        // A full extract that knew nothing of a key that nobody knew saw its absence all the same.
        fullMoments.forEach(full -> sightings.putIfAbsent(full, Optional.empty()));
        while (!sightings.isEmpty() && sightings.firstEntry().getValue().isEmpty()) {
            sightings.pollFirstEntry();
        }
        if (sightings.isEmpty()) {
            return null;
        }
        Map.Entry<Instant, Optional<String>> last = sightings.floorEntry(moment);
        return (last == null ? sightings.firstEntry() : last).getValue().orElse(null);
    }
}
