package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Query;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a part were taken already. Where they come in the order of their ids, the last id tells; else the ids of
 * those taken last do, of a large page at most.
 */
final class Seen {
    /** How often the same page may come again, where others may have been added before it. */
    private static final int PATIENCE = 5;

    private final int idOrder;
    private final Set<Object> recent = new LinkedHashSet<>();
    private @Nullable Object last;
    private List<Object> lastPage = List.of();
    private long lastTotal;
    private int step;
    private int repeats;
    private long taken;

    /** Takes 1 where ids ascend, -1 where they descend, 0 where the order is another one. */
    Seen(int idOrder) {
        this.idOrder = idOrder;
    }

    boolean isEmpty() {
        return last == null;
    }

    /** How many items were taken. */
    long taken() {
        return taken;
    }

    /** Whether an id alone tells if it was taken. */
    boolean isOrdered() {
        return idOrder != 0 && last instanceof Long;
    }

    /** How many of a page's first items were taken already. */
    int knownIn(List<Object> ids) {
        int known = 0;
        while (!isEmpty() && known < ids.size() && isKnown(ids.get(known))) {
            known++;
        }
        return known;
    }

    private boolean isKnown(Object id) {
        if (isOrdered() && last instanceof Long most && id instanceof Long number) {
            return idOrder * Long.compare(number, most) <= 0;
        }
        return recent.contains(id);
    }

    /** Whether items changed places, so that those that come next are not the ones that are missing. */
    boolean isShuffled(List<Object> ids) {
        if (isOrdered() || (isEmpty() && idOrder != 0)) {
            for (int i = 1; i < ids.size(); i++) {
                if (ids.get(i - 1) instanceof Long one
                        && ids.get(i) instanceof Long next
                        && idOrder * Long.compare(one, next) >= 0) {
                    return true;
                }
            }
            return false;
        }
        return ids.subList(knownIn(ids), ids.size()).stream().anyMatch(recent::contains);
    }

    /** How far to go back, to find what was taken last before what vanished: a page, less one. */
    int stepBack() {
        return Math.max(1, step - 1);
    }

    /** Whether the same page comes again and again, and nothing was added before it. */
    boolean isStuck() {
        return repeats > PATIENCE;
    }

    /** Takes a page, and how many items there were in all when it came. */
    void add(List<Object> ids, long total) {
        if (ids.isEmpty()) {
            return;
        }
        repeats = ids.equals(lastPage) && total <= lastTotal ? repeats + 1 : 0;
        lastPage = ids;
        lastTotal = total;
        List<Object> news = ids.subList(knownIn(ids), ids.size());
        if (news.isEmpty()) {
            return;
        }
        taken += news.size();
        step = ids.size();
        last = ids.get(ids.size() - 1);
        if (!isOrdered()) {
            recent.addAll(news);
            Iterator<Object> oldest = recent.iterator();
            while (recent.size() > Query.LARGEST_PAGE) {
                oldest.next();
                oldest.remove();
            }
        }
    }
}
