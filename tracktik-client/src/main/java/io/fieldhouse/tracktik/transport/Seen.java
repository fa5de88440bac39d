package io.fieldhouse.tracktik.transport;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a part were taken already. Where they come in the order of their ids, the last id tells; else the ids of
 * the last page do, and items that moved by more than a page are not found again.
 */
final class Seen {
    private final boolean sortedById;
    private @Nullable Object last;
    private List<Object> lastPage = List.of();
    private Set<Object> recent = Set.of();
    private int repeats;

    Seen(boolean sortedById) {
        this.sortedById = sortedById;
    }

    boolean isEmpty() {
        return last == null;
    }

    /** How many of a page's first items were taken already. */
    int knownIn(List<Object> ids) {
        int known = isEmpty() ? 0 : ids.size();
        while (known > 0 && !isKnown(ids.get(known - 1))) {
            known--;
        }
        return known;
    }

    private boolean isKnown(Object id) {
        if (sortedById && last instanceof Long most && id instanceof Long number) {
            return number <= most;
        }
        return recent.contains(id);
    }

    /** Whether the same page came three times in a row: twice it may, where others were added before it. */
    boolean isStuck() {
        return repeats > 1;
    }

    /** Whether these do not come in the order that was asked for; they would be mistaken for known ones. */
    boolean isOutOfOrder(List<Object> ids) {
        for (int i = 1; sortedById && i < ids.size(); i++) {
            if (ids.get(i - 1) instanceof Long one && ids.get(i) instanceof Long next && one >= next) {
                return true;
            }
        }
        return false;
    }

    void add(List<Object> ids) {
        if (ids.isEmpty()) {
            return;
        }
        repeats = ids.equals(lastPage) ? repeats + 1 : 0;
        if (knownIn(ids) < ids.size()) {
            last = ids.get(ids.size() - 1);
        }
        lastPage = ids;
        recent = isOrdered() ? Set.of() : new HashSet<>(ids);
    }

    /** Whether an id alone tells if it was taken. */
    boolean isOrdered() {
        return sortedById && last instanceof Long;
    }
}
