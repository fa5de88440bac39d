package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.transport.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a part were taken already. Where they come in the order of their numbers, the last one tells; else every
 * id is kept until the part is read. What has no id is known where a known id follows; behind the last known id of a page
 * it is compared with what was taken there.
 */
final class Seen {
    /** How often the same page may come again, where others may have been added before it. */
    private static final int PATIENCE = 5;

    private final int idOrder;
    /** Ids that are no numbers in order, and how many items without an id come before each. */
    private final Map<Object, Integer> taken = new HashMap<>();

    private final Nameless nameless = new Nameless();
    private @Nullable Object lastId;
    private @Nullable Long lastNumber;
    private List<Object> lastPage = List.of();
    private Match lastMatch = new Match(List.of(), List.of());
    private long lastTotal;
    private int step;
    private int repeats;

    /**
     * A page laid beside what was taken.
     *
     * @param unseen the places of its items that were not taken yet
     * @param nameless for each of its items, how many of those without an id come before it once the page is taken; empty
     *     where there are none
     */
    record Match(List<Integer> unseen, List<Integer> nameless) {}

    /** Takes 1 where ids ascend, -1 where they descend, 0 where the order is another one. */
    Seen(int idOrder) {
        this.idOrder = idOrder;
    }

    /**
     * How much of a page to take before its part comes to an end: up to the last item that has an id, for the next page to
     * begin with; all of it where that would lead nowhere.
     */
    static int upToId(List<Object> ids) {
        int end = ids.size();
        while (end > 0 && ids.get(end - 1) instanceof Likeness) {
            end--;
        }
        return end > 1 ? end : ids.size();
    }

    boolean isEmpty() {
        return lastId == null && nameless.isEmpty();
    }

    /** How many items were taken, where that is kept. */
    int taken() {
        return taken.size() + nameless.size();
    }

    private boolean isNumber(Object id) {
        return idOrder != 0 && id instanceof Long;
    }

    private boolean isKnown(Object id) {
        if (lastNumber != null && isNumber(id)) {
            return idOrder * Long.compare((Long) id, lastNumber) <= 0;
        }
        return taken.containsKey(id);
    }

    /** Lays a page beside what was taken; it may be expected to begin with the last item of the page before. */
    Match match(List<Object> ids, boolean expected) {
        List<Integer> unseen = new ArrayList<>(ids.size());
        for (int item = 0; item < ids.size(); item++) {
            if (!nameless.isEmpty() || ids.get(item) instanceof Likeness) {
                return matchNameless(ids, expected && goesOn(ids));
            }
            if (!isKnown(ids.get(item))) {
                unseen.add(item);
            }
        }
        return new Match(unseen, List.of());
    }

    private Match matchNameless(List<Object> ids, boolean goesOn) {
        int lastKnown = lastKnown(ids);
        int first = firstNameless(ids, lastKnown, goesOn);
        int[] again = again(ids, lastKnown, first);
        int lastAgain = ids.size() - 1;
        while (lastAgain >= 0 && again[lastAgain] < 0) {
            lastAgain--;
        }
        List<Integer> unseen = new ArrayList<>(ids.size());
        List<Integer> places = new ArrayList<>(ids.size());
        int next = lastKnown < 0 ? first : 0;
        int added = 0;
        for (int item = 0; item < ids.size(); item++) {
            boolean hasNoId = ids.get(item) instanceof Likeness;
            // What is new comes behind all that was taken, unless something known comes behind it.
            next = again[item] >= 0 ? again[item] + 1 : item > Math.max(lastAgain, lastKnown) ? nameless.size() : next;
            next = item == lastKnown ? first : next;
            places.add((again[item] >= 0 ? again[item] : next) + added);
            boolean isNew = hasNoId ? item > lastKnown && again[item] < 0 : !isKnown(ids.get(item));
            if (isNew) {
                unseen.add(item);
                added += hasNoId ? 1 : 0;
            }
        }
        return new Match(unseen, places);
    }

    /** For what has no id behind the last known id: which of those that were taken it is, or -1. */
    private int[] again(List<Object> ids, int lastKnown, int first) {
        int[] again = new int[ids.size()];
        Arrays.fill(again, -1);
        int next = first;
        for (int item = lastKnown + 1; item < ids.size(); item++) {
            if (ids.get(item) instanceof Likeness likeness) {
                again[item] = nameless.find(likeness, next);
                next = again[item] < 0 ? next : again[item] + 1;
            } else {
                next = nameless.size();
            }
        }
        return again;
    }

    /** The first of those without an id that may come behind the last known id of a page, or at its beginning. */
    private int firstNameless(List<Object> ids, int lastKnown, boolean goesOn) {
        if (lastKnown >= 0) {
            Object id = ids.get(lastKnown);
            return isNumber(id) ? nameless.firstBehind(idOrder * (Long) id) : taken.getOrDefault(id, 0);
        }
        return goesOn && !lastMatch.nameless.isEmpty() ? lastMatch.nameless.get(lastPage.size() - 1) : 0;
    }

    private int lastKnown(List<Object> ids) {
        int item = ids.size() - 1;
        while (item >= 0 && (ids.get(item) instanceof Likeness || !isKnown(ids.get(item)))) {
            item--;
        }
        return item;
    }

    private boolean goesOn(List<Object> ids) {
        return !ids.isEmpty() && !lastPage.isEmpty() && ids.get(0).equals(lastPage.get(lastPage.size() - 1));
    }

    /** Whether a page may begin behind items that were not taken: nothing in it tells that it does not. */
    boolean mayHaveMissed(List<Object> ids, Match match, boolean expected, long total) {
        boolean allNew = match.unseen.size() == ids.size();
        if (nameless.isEmpty() || allNew) {
            return !isEmpty() && allNew;
        }
        boolean moved = !expected || !goesOn(ids) || total != lastTotal;
        if (!moved || lastKnown(ids) >= 0) {
            return false;
        }
        // Behind so many without an id that none is in reach, one that is like no other tells as well as can be.
        boolean idIsNear = lastId != null && nameless.sinceId() < step;
        return idIsNear || (!hasKnownUnique(ids, match.unseen) && (lastId != null || nameless.hasUnique()));
    }

    private boolean hasKnownUnique(List<Object> ids, List<Integer> unseen) {
        for (int item = 0; item < ids.size(); item++) {
            if (nameless.isUnique(ids.get(item)) && Collections.binarySearch(unseen, item) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether items do not come in the order that was asked for: then they may also have changed places. */
    boolean isShuffled(List<Object> ids, List<Integer> unseen) {
        if (idOrder == 0) {
            return !unseen.isEmpty() && unseen.get(0) != ids.size() - unseen.size();
        }
        Long before = null;
        for (Object id : ids) {
            if (before != null && id instanceof Long number && idOrder * Long.compare(before, number) >= 0) {
                return true;
            }
            before = id instanceof Long number ? number : id instanceof Likeness ? before : null;
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

    /** Takes a page, and how many items there were in all when it came. */
    void add(List<Object> ids, Match match, long total) {
        if (ids.isEmpty()) {
            return;
        }
        repeats = match.unseen.isEmpty() && ids.equals(lastPage) && total <= lastTotal ? repeats + 1 : 0;
        lastPage = ids;
        lastMatch = match;
        lastTotal = total;
        if (!match.unseen.isEmpty()) {
            step = ids.size();
        }
        for (int item : match.unseen) {
            int place = match.nameless.isEmpty() ? 0 : match.nameless.get(item);
            if (ids.get(item) instanceof Likeness likeness) {
                nameless.add(place, likeness);
            } else {
                take(ids.get(item), place);
            }
        }
    }

    private void take(Object id, int place) {
        lastId = id;
        if (isNumber(id)) {
            lastNumber = (Long) id;
            nameless.close(idOrder * lastNumber);
        } else {
            taken.put(id, place);
            if (place == nameless.size()) {
                nameless.close(0);
            }
        }
    }
}
