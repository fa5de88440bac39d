package io.fieldhouse.tracktik.transport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a part were taken already. Where they come in the order of their numbers, the last one tells; else every
 * id is kept until the part is read.
 */
final class Seen {
    /** How often the same page may come again, where others may have been added before it. */
    private static final int PATIENCE = 5;

    private final int idOrder;
    private final Set<Object> taken = new HashSet<>();
    private @Nullable Object last;
    private List<Object> lastPage = List.of();
    private long lastTotal;
    private int step;
    private int repeats;

    /** Takes 1 where ids ascend, -1 where they descend, 0 where the order is another one. */
    Seen(int idOrder) {
        this.idOrder = idOrder;
    }

    boolean isEmpty() {
        return last == null;
    }

    /** How many items were taken, where that is kept. */
    int taken() {
        return taken.size();
    }

    private boolean isKnown(Object id) {
        if (idOrder != 0 && last instanceof Long most && id instanceof Long number) {
            return idOrder * Long.compare(number, most) <= 0;
        }
        return taken.contains(id);
    }

    /** Which of a page's items were not taken yet. */
    List<Integer> newsIn(List<Object> ids) {
        List<Integer> news = new ArrayList<>(ids.size());
        for (int item = 0; item < ids.size(); item++) {
            if (isEmpty() || !isKnown(ids.get(item))) {
                news.add(item);
            }
        }
        return news;
    }

    /** Whether items do not come in the order that was asked for: then they may also have changed places. */
    boolean isShuffled(List<Object> ids) {
        if (idOrder == 0) {
            List<Integer> news = newsIn(ids);
            return !news.isEmpty() && news.get(0) != ids.size() - news.size();
        }
        for (int i = 1; i < ids.size(); i++) {
            if (ids.get(i - 1) instanceof Long one
                    && ids.get(i) instanceof Long next
                    && idOrder * Long.compare(one, next) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** How far to go back, to find what was taken last before what vanished: a page, less one. */
    int stepBack() {
        return Math.max(1, step - 1);
    }

    /** Whether the same page comes again and again, and nothing was added before it. */
    boolean isStuck() {
        return repeats > PATIENCE;
    }

    /** Takes a page, whether it brings anything new, and how many items there were in all when it came. */
    void add(List<Object> ids, boolean bringsNews, long total) {
        if (ids.isEmpty()) {
            return;
        }
        repeats = ids.equals(lastPage) && total <= lastTotal ? repeats + 1 : 0;
        lastPage = ids;
        lastTotal = total;
        if (!bringsNews) {
            return;
        }
        step = ids.size();
        last = ids.get(ids.size() - 1);
        if (idOrder == 0 || !(last instanceof Long)) {
            taken.addAll(ids);
        }
    }
}
