package io.fieldhouse.tracktik.transport;

import io.fieldhouse.tracktik.api.Page;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Asked<T>> underWay = new ArrayDeque<>();

    /** The offset behind the last item taken, and the one of the next page to ask for. */
    private long position;

    private long ahead;
    private int pageSize;
    /** TrackTik's count as last heard; nothing was heard before the first page. */
    private long total = -1;

    private long pagesLeft = Long.MAX_VALUE;
    private int pagesWithoutNews;
    private @Nullable Object lastKey;
    private boolean exhausted;

    Part(Resource<T> resource, ExecutorService workers, Query question) {
        this.resource = resource;
        this.workers = workers;
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
        if (asked.offset() > 0 && overlap() > 0 && !beginsWithWhatIsKnown(page)) {
            goOnFrom(Math.max(0, asked.offset() - (pageSize - 1)));
            return null;
        }
        Page<T> news = newsIn(page);
        // A count may run ahead of the rows: they end where a page is not full and brings nothing new.
        boolean nothingThere = news.items().isEmpty() && page.items().size() < pageSize;
        goOnBehind(asked.offset() + page.items().size(), nothingThere);
        requireProgress(page, news);
        return news;
    }

    /** How many known items a page begins with: one, where items can be told by their order. */
    private int overlap() {
        return lastKey instanceof Long && question.isSortedById() && pageSize > 1 ? 1 : 0;
    }

    private boolean beginsWithWhatIsKnown(Page<T> page) {
        return !page.items().isEmpty() && isKnown(page, 0);
    }

    private boolean isKnown(Page<T> page, int item) {
        return lastKey instanceof Long last && key(page, item) instanceof Long id && id <= last;
    }

    private Page<T> newsIn(Page<T> page) {
        int known = 0;
        while (overlap() > 0 && known < page.items().size() && isKnown(page, known)) {
            known++;
        }
        return page.from(known);
    }

    private void goOnBehind(long offset, boolean nothingThere) {
        position = offset;
        if (nothingThere || position >= total) {
            exhausted = true;
            giveUp();
        }
    }

    /** A page that brings nothing new may follow a step back; two in a row are the same page, sent again. */
    private void requireProgress(Page<T> page, Page<T> news) {
        boolean repeated =
                !page.items().isEmpty() && key(page, page.items().size() - 1).equals(lastKey);
        pagesWithoutNews = news.items().isEmpty() || repeated ? pagesWithoutNews + 1 : 0;
        if (!exhausted && (pagesWithoutNews > 1 || (repeated && overlap() == 0))) {
            throw bad("TrackTik sends the same page again");
        }
        if (!news.items().isEmpty()) {
            lastKey = key(news, news.items().size() - 1);
        }
        if (!exhausted && (underWay.isEmpty() ? ahead : underWay.getFirst().offset()) != position - overlap()) {
            goOnFrom(position - overlap());
        }
    }

    private void goOnFrom(long offset) {
        position = offset + overlap();
        giveUp();
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
        ahead = Math.max(0, position - overlap());
    }

    private TrackTikException bad(String explanation) {
        return Failures.badAnswer(resource.request(question, position, pageSize), explanation, "");
    }
}
