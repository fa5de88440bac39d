package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.transport.Fields;
import io.fieldhouse.client.transport.Likeness;
import io.fieldhouse.client.transport.Misfit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import okhttp3.Request;

/**
 * A page that holds what was asked for, with what it takes to put it in its place. What cannot be read counts as an item
 * that is there, and is not checked.
 *
 * @param ids what each item is told by, readable or not: its id, or else a likeness
 */
record CheckedPage<T>(Decoded<T> answer, List<Object> ids) {
    static <T> CheckedPage<T> of(Decoded<T> answer, AnswerCheck check, Window asked, Request request) {
        List<T> items = answer.page().items();
        List<Object> ids = new ArrayList<>(items.size() + answer.misfits().size());
        int strangers = 0;
        String broken = "";
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            String condition = check.brokenBy(items.get(i), () -> answer.page().json(place));
            if (condition != null) {
                strangers++;
                broken = condition;
            }
            Object id = Fields.at(items.get(i), "id");
            ids.add(id == null ? Likeness.of(answer.page().json(i)) : id);
        }
        if (strangers > 0) {
            throw Failures.badAnswer(
                    request, strangers + " of " + items.size() + " items do not match the filter " + broken);
        }
        answer.misfits().forEach(misfit -> ids.add(misfit.place(), misfit.id()));
        requireDistinct(ids, request);
        boolean anotherPage = answer.number() != 0 && answer.number() != asked.page();
        if (anotherPage || answer.size() > asked.size() || ids.size() > asked.size()) {
            throw Failures.badAnswer(request, "ServiceTitan returned a different page");
        }
        return new CheckedPage<>(answer, ids);
    }

    /** How many items came, readable or not. */
    int rows() {
        return ids.size();
    }

    /** The page with some of its items only; all of it where that is all. */
    Page<T> only(List<Integer> places) {
        if (places.size() == rows()) {
            return answer.page();
        }
        List<Integer> unreadable = answer.misfits().stream().map(Misfit::place).toList();
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
        return answer.page().only(items, misfits);
    }

    Page<T> between(int begin, int end) {
        return only(IntStream.range(begin, end).boxed().toList());
    }

    private static void requireDistinct(List<Object> ids, Request request) {
        if (ascends(ids)) {
            return;
        }
        Set<Object> known = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            Object id = ids.get(i);
            while (!known.add(id)) {
                if (!(id instanceof Likeness likeness)) {
                    throw Failures.badAnswer(request, "ServiceTitan returned an item twice in one page");
                }
                id = likeness.next();
            }
            ids.set(i, id);
        }
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
