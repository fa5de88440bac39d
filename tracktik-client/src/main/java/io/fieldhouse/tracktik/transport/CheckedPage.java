package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.transport.Likeness;
import io.fieldhouse.client.transport.Misfit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A page that holds what was asked for, with what it takes to put it in its place. What cannot be read counts as an item
 * that is there, and is not checked.
 *
 * @param offset how many items come before it in its part of the query
 * @param total how many items there are in that part, by TrackTik's count
 * @param limit how many items the envelope says there are at most; 0 where it does not say
 * @param ids what each item is told by, readable or not, or null where one that is readable has no id
 * @param unreadable the places of those that cannot be read
 */
record CheckedPage<T>(
        Page<T> page,
        long offset,
        long total,
        int limit,
        @Nullable List<Object> ids,
        List<Integer> unreadable) {
    static <T> CheckedPage<T> of(PageDecoder.Decoded<T> answer, AnswerCheck check, Request request) {
        List<T> items = answer.page().items();
        List<Object> ids = new ArrayList<>(items.size());
        int strangers = 0;
        String broken = "";
        for (T item : items) {
            String condition = check.brokenBy(item);
            if (condition != null) {
                strangers++;
                broken = condition;
            }
            Object id = FieldPath.at(item, "id");
            if (id != null) {
                ids.add(id);
            }
        }
        if (strangers > 0) {
            throw Failures.badAnswer(
                    request, strangers + " of " + items.size() + " items do not match the filter " + broken, "");
        }
        boolean complete = ids.size() == items.size();
        if (complete) {
            answer.misfits().forEach(misfit -> ids.add(misfit.place(), misfit.id()));
        }
        if (!ascends(ids) && comesTwice(ids)) {
            throw Failures.badAnswer(request, "TrackTik returned an item twice in one page", "");
        }
        return new CheckedPage<>(
                answer.page(),
                answer.offset(),
                answer.total(),
                answer.limit(),
                complete ? ids : null,
                answer.misfits().stream().map(Misfit::place).toList());
    }

    /** How many items came, readable or not. */
    int size() {
        return page.items().size() + unreadable.size();
    }

    /** The page with some of its items only. */
    Page<T> only(List<Integer> places) {
        List<Integer> items = new ArrayList<>(places.size());
        List<Integer> misfits = new ArrayList<>();
        for (int place : places) {
            int misfit = Collections.binarySearch(unreadable, place);
            if (misfit < 0) {
                items.add(place + misfit + 1);
            } else {
                misfits.add(misfit);
            }
        }
        return page.only(items, misfits);
    }

    private static boolean comesTwice(List<Object> ids) {
        Set<Object> known = new HashSet<>();
        for (Object id : ids) {
            if (!(id instanceof Likeness) && !known.add(id)) {
                return true;
            }
        }
        return false;
    }

    /** As nearly all pages do; then none comes twice. */
    private static boolean ascends(List<Object> ids) {
        for (int i = 1; i < ids.size(); i++) {
            if (!(ids.get(i - 1) instanceof Long one && ids.get(i) instanceof Long next && one < next)) {
                return false;
            }
        }
        return true;
    }
}
