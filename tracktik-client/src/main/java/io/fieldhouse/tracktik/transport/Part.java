package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Page;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One part of a question, page by page, by offset. Rows that vanish meanwhile move all that follow, and the next offset
 * would skip some of them, whatever the count says. So each page begins with the last item of the one before: if it does
 * not, it is asked for again from further back; and no item is handed out a second time.
 */
final class Part<T> {
    private static final int SMALLEST_PAGE = 10;
    private static final int SPARE_PAGES = 100;

    private record Asked<T>(long offset, Future<PageDecoder.Decoded<T>> answer) {}

    private final Resource<T> resource;
    private final ExecutorService workers;
    private final Query question;
    private final AnswerCheck check;
    private final Seen seen;
    private final Deque<Asked<T>> underWay = new ArrayDeque<>();

    /** The offset behind the last item taken, and the one of the next page to ask for. */
    private long position;

    private long ahead;
    private int pageSize;
    /** TrackTik's count as last heard; nothing was heard before the first page. */
    private long total = -1;

    private long pagesLeft = Long.MAX_VALUE;
    private boolean exhausted;

    Part(Resource<T> resource, ExecutorService workers, Query question) {
        this.resource = resource;
        this.workers = workers;
        this.question = question;
        this.check = new AnswerCheck(question);
        this.seen = new Seen(question.isSortedById());
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

    /** Whether it is a page and no more. */
    boolean isShort() {
        return total <= pageSize;
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
        while (asked < most
                && !exhausted
                && (total < 0 ? underWay.isEmpty() : ahead + overlap() < total || underWay.isEmpty())) {
            long offset = ahead;
            int size = pageSize;
            underWay.addLast(new Asked<>(offset, workers.submit(() -> resource.page(question, offset, size))));
            ahead += pageSize - overlap();
            asked++;
        }
        return asked;
    }

    /** Takes the answer that is next; null where nothing new is in it. */
    @Nullable Page<T> accept(PageDecoder.Decoded<T> answer) {
        Asked<T> asked = underWay.removeFirst();
        Page<T> page = answer.page();
        if (total < 0) {
            pageSize = answer.limit() > 0 ? Math.min(pageSize, answer.limit()) : pageSize;
            pagesLeft = 2 * (page.total() / pageSize) + SPARE_PAGES;
        }
        total = page.total();
        if (--pagesLeft < 0) {
            throw bad("TrackTik's answer has no end: its count stands at " + total);
        }
        requireAnswers(page);
        if (seen.isEmpty() && page.items().size() >= total) {
            endAt(page.items().size());
            return page;
        }
        return takeNews(asked.offset(), page);
    }

    private @Nullable Page<T> takeNews(long offset, Page<T> page) {
        List<Object> ids = ids(page);
        if (seen.isOutOfOrder(ids)) {
            throw bad("The items do not come in the order of their ids, as was asked for");
        }
        int known = seen.knownIn(ids);
        if (known == 0 && !seen.isEmpty()) {
            if (offset > 0) {
                goOnFrom(Math.max(0, offset - (pageSize - 1)));
                return null;
            }
            if (!seen.isOrdered()) {
                throw bad("The items moved by more than a page under way, and no order tells which are new: ask again");
            }
        }
        seen.add(ids);
        if (seen.isStuck()) {
            throw bad("TrackTik sends the same page again");
        }
        position = offset + ids.size();
        // A count may run ahead of the rows: they end where a page is not full and brings nothing new.
        if (position >= total || (known == ids.size() && ids.size() < pageSize)) {
            endAt(position);
        } else if ((underWay.isEmpty() ? ahead : underWay.getFirst().offset()) != position - overlap()) {
            giveUp();
        }
        return page.from(known);
    }

    /** How many known items a page begins with. */
    private int overlap() {
        return seen.isEmpty() ? 0 : 1;
    }

    private void endAt(long offset) {
        position = offset;
        exhausted = true;
        giveUp();
    }

    private void goOnFrom(long offset) {
        position = offset + overlap();
        giveUp();
    }

    private List<Object> ids(Page<T> page) {
        List<Object> ids = new ArrayList<>(page.items().size());
        for (T item : page.items()) {
            Object id = Fields.at(item, "id");
            if (id == null) {
                throw bad("The items have no id, by which pages are told apart");
            }
            ids.add(id);
        }
        return ids;
    }

    private void requireAnswers(Page<T> page) {
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
        ahead = Math.max(0, position - overlap());
    }

    private TrackTikException bad(String explanation) {
        return Failures.badAnswer(resource.request(question, position, pageSize), explanation, "");
    }
}
