package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A page that holds what was asked for, with what it takes to put it in its place.
 *
 * @param limit how many items the envelope says there are at most; 0 where it does not say
 * @param ids the ids of its items, or null where an item has none
 */
record CheckedPage<T>(Page<T> page, int limit, @Nullable List<Object> ids) {
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
            Object id = Fields.at(item, "id");
            if (id != null) {
                ids.add(id);
            }
        }
        if (strangers > 0) {
            throw Failures.badAnswer(
                    request, strangers + " of " + items.size() + " items are not what was asked for by " + broken, "");
        }
        if (!ascends(ids) && new HashSet<>(ids).size() < ids.size()) {
            throw Failures.badAnswer(request, "TrackTik sends an item twice in one page", "");
        }
        return new CheckedPage<>(answer.page(), answer.limit(), ids.size() == items.size() ? ids : null);
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
