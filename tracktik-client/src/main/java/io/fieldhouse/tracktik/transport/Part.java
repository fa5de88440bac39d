package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Page;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One part of a question, page by page, by offset. Rows that vanish meanwhile move all that follow, and the next offset
 * would skip some of them: when the count falls, it steps back by as many, and hands out no item a second time.
 */
final class Part<T> {
    private static final int SMALLEST_PAGE = 10;
    private static final int SPARE_PAGES = 100;

    private record Asked<T>(long offset, Future<PageDecoder.Decoded<T>> answer) {}

    private final Resource<T> resource;
    private final Query question;
    private final AnswerCheck check;
    private final Deque<Asked<T>> underWay = new ArrayDeque<>();

    /** The offsets of the next page to take, and of the next one to ask for. */
    private long position;

    private long ahead;
    private int pageSize;
    /** TrackTik's count as last heard; nothing was heard before the first page. */
    private long total = -1;

    private long pagesLeft = Long.MAX_VALUE;
    private @Nullable Object lastKey;
    private @Nullable Object firstKey;
    private boolean steppedBack;
    private boolean exhausted;

    Part(Resource<T> resource, Query question) {
        this.resource = resource;
        this.question = question;
        this.check = new AnswerCheck(question);
        this.pageSize = question.pageSize();
    }

    Query question() {
        return question;
    }

    boolean isExhausted() {
        return exhausted;
    }

    boolean isUntouched() {
        return total < 0;
    }

    int underWay() {
        return underWay.size();
    }

    Future<PageDecoder.Decoded<T>> nextAnswer() {
        return underWay.getFirst().answer();
    }

    /** Asks for at most so many more pages, and says for how many. Before the first came, more would be guessing. */
    int ask(int most) {
        int asked = 0;
        while (asked < most && !exhausted && (total < 0 ? underWay.isEmpty() : ahead < total)) {
            underWay.addLast(new Asked<>(ahead, resource.fetch(question, ahead, pageSize)));
            ahead += pageSize;
            asked++;
        }
        return asked;
    }

    /** Takes the answer that is next; null where there is nothing new in it. */
    @Nullable Page<T> accept(PageDecoder.Decoded<T> answer) {
        underWay.removeFirst();
        Page<T> page = answer.page();
        if (total < 0) {
            pageSize = answer.limit() > 0 ? Math.min(pageSize, answer.limit()) : pageSize;
            pagesLeft = 2 * (page.total() / pageSize) + SPARE_PAGES;
        }
        if (--pagesLeft < 0) {
            throw bad("TrackTik's answer has no end: its count stands at " + page.total());
        }
        long vanished = total - page.total();
        total = page.total();
        if (vanished > 0 && lastKey instanceof Long && question.isSortedById()) {
            steppedBack = true;
            goOnFrom(Math.max(0, position - vanished));
            return null;
        }
        requireNew(page);
        position += page.items().size();
        if (page.items().isEmpty() || position >= total) {
            exhausted = true;
            giveUp();
        } else if (!underWay.isEmpty() && underWay.getFirst().offset() != position) {
            goOnFrom(position);
        }
        return fresh(page);
    }

    private void goOnFrom(long offset) {
        position = offset;
        exhausted = position >= total;
        giveUp();
    }

    private void requireNew(Page<T> page) {
        if (page.items().isEmpty()) {
            return;
        }
        int strangers = 0;
        String broken = "";
        for (T item : page.items()) {
            String condition = check.brokenBy(item);
            if (condition != null) {
                strangers++;
                broken = condition;
            }
        }
        if (strangers > 0) {
            throw bad(strangers + " of " + page.items().size() + " items are not what was asked for by " + broken);
        }
        Object key = key(page, 0);
        if (key.equals(firstKey) && !steppedBack) {
            throw bad("TrackTik sends the same page again");
        }
        firstKey = key;
    }

    /** The page without the items that were handed out before a step back. */
    private Page<T> fresh(Page<T> page) {
        int known = 0;
        if (steppedBack && lastKey instanceof Long last) {
            while (known < page.items().size() && key(page, known) instanceof Long id && id <= last) {
                known++;
            }
            steppedBack = known == page.items().size();
        }
        if (!page.items().isEmpty() && known < page.items().size()) {
            lastKey = key(page, page.items().size() - 1);
        }
        return page.from(known);
    }

    private Object key(Page<T> page, int item) {
        return Fields.at(page.items().get(item), "id") instanceof Long id ? (Object) id : page.json(item);
    }

    /** Fewer items at a time from here on; false where they are few already. */
    boolean halvePages() {
        if (pageSize <= SMALLEST_PAGE) {
            return false;
        }
        pageSize = Math.max(SMALLEST_PAGE, pageSize / 2);
        pagesLeft = pagesLeft > Long.MAX_VALUE / 4 ? pagesLeft : 3 * pagesLeft;
        giveUp();
        return true;
    }

    /** Forgets what is under way; what comes next is asked for anew. */
    void giveUp() {
        underWay.forEach(asked -> asked.answer().cancel(true));
        underWay.clear();
        ahead = position;
    }

    private TrackTikException bad(String explanation) {
        return Failures.badAnswer(resource.request(question, position, pageSize), explanation, "");
    }
}
