package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.transport.PageSize;
import io.fieldhouse.client.transport.Part;
import io.fieldhouse.client.transport.UsageCounter;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One part of a question, page by page, by offset. Rows that vanish meanwhile move all that follow, and the next offset
 * would skip some of them, whatever the count says. So each page begins with the last item of the one before: if it does
 * not, it is asked for again from further back; and no item is handed out a second time. What cannot be read counts as any
 * item; where one has no id either, the page is taken up to an item before it that has one.
 */
final class OffsetPart<T> implements Part<T> {
    private static final int SPARE_PAGES = 100;
    /** How often in a row an answer may count the same items too many, before the count is wrong and not on the move. */
    private static final int PATIENCE = 3;

    private record Asked<T>(long offset, int size, Future<CheckedPage<T>> answer) {}

    private final Resource<T> resource;
    private final ExecutorService workers;
    private final Query question;
    private final UsageCounter usage;
    private final AnswerCheck check;
    private final Seen seen;
    private final PageSize size;
    private final Deque<Asked<T>> underWay = new ArrayDeque<>();

    /** The offset behind the last item taken, and the one of the next page to ask for. */
    private long position;

    private long ahead;
    /** TrackTik's count as last heard; nothing was heard before the first page. */
    private long total = -1;

    /** As first heard: an answer that grows without end is none. */
    private long firstTotal;

    private long pagesTaken;
    /** Whether items moved, and where what was taken last is now has to be found. */
    private boolean searching;

    private int contradictions;
    private long contradicted;
    private boolean exhausted;

    OffsetPart(Resource<T> resource, ExecutorService workers, Query question, UsageCounter usage) {
        this.resource = resource;
        this.workers = workers;
        this.question = question;
        this.usage = usage;
        this.check = new AnswerCheck(question);
        this.seen = new Seen(question.idOrder());
        this.size = PageSize.of(question.pageSize());
    }

    @Override
    public boolean isExhausted() {
        return exhausted;
    }

    @Override
    public long total() {
        return Math.max(0, total);
    }

    @Override
    public boolean isShort() {
        return total < size.now();
    }

    @Override
    public int underWay() {
        return underWay.size();
    }

    @Override
    public @Nullable Page<T> take() throws InterruptedException, ExecutionException {
        return accept(underWay.getFirst().answer().get());
    }

    /** Before the first page came, more would be guessing. */
    @Override
    public int ask(int most) {
        int asked = 0;
        while (asked < most && !exhausted && (underWay.isEmpty() || (mayAskAhead() && ahead + overlap() < total))) {
            long offset = ahead;
            int items = size.now();
            underWay.addLast(new Asked<>(offset, items, workers.submit(() -> fetch(offset, items))));
            ahead += items - overlap();
            asked++;
        }
        return asked;
    }

    private CheckedPage<T> fetch(long offset, int items) {
        return CheckedPage.of(
                resource.page(question, offset, items, usage), check, resource.request(question, offset, items));
    }

    /** Not before it is known how many there are, nor where rows may change places: an answer would be of before. */
    private boolean mayAskAhead() {
        return total >= 0 && contradictions == 0 && question.idOrder() != 0;
    }

    private @Nullable Page<T> accept(CheckedPage<T> answer) {
        Asked<T> asked = underWay.removeFirst();
        Page<T> page = answer.page();
        firstTotal = total < 0 ? answer.total() : firstTotal;
        total = answer.total();
        if (answer.limit() < asked.size()) {
            size.capAt(answer.limit());
        }
        if (++pagesTaken > 2 * (firstTotal / size.smallest()) + SPARE_PAGES) {
            throw bad("TrackTik's answer has no end: its count stands at " + total);
        }
        int full = answer.limit() > 0 ? Math.min(asked.size(), answer.limit()) : asked.size();
        if (seen.isEmpty() && answer.size() >= total && answer.size() < full) {
            endAt(answer.size());
            return page;
        }
        if (answer.ids() == null) {
            throw bad("The items have no id, by which pages are told apart");
        }
        return takeNews(asked.offset(), full, answer, answer.ids());
    }

    private @Nullable Page<T> takeNews(long offset, int full, CheckedPage<T> answer, List<Object> all) {
        boolean isLast = offset + all.size() >= total && all.size() < full;
        List<Object> ids = isLast ? all : all.subList(0, Seen.upToId(all));
        Seen.Match match = seen.match(ids, !searching);
        List<Integer> unseen = match.unseen();
        boolean lost = seen.mayHaveMissed(ids, match, !searching, total);
        if (lost && offset > 0) {
            searching = true;
            goOnFrom(Math.max(0, offset - seen.stepBack()));
            return null;
        }
        if (seen.isShuffled(ids, unseen) || (question.idOrder() == 0 && (lost || total != firstTotal))) {
            throw bad("The items are not in the requested order, or moved while they were read: some would be missed");
        }
        position = offset + ids.size();
        boolean nothingBehind = unseen.isEmpty() && all.size() <= overlap();
        if (nothingBehind && position < total) {
            requireCountOnTheMove();
            goOnFrom(Math.max(0, position - overlap()));
            return null;
        }
        searching = false;
        contradictions = 0;
        seen.add(ids, match, total);
        if (seen.isStuck()) {
            throw bad("TrackTik sends the same page again");
        }
        if (nothingBehind || isLast) {
            requireNothingMissed();
            endAt(position);
        } else {
            size.took(all.size(), full, 0);
            goOnBehind();
        }
        return unseen.size() == answer.size() ? answer.page() : answer.only(unseen);
    }

    /** A count that is above what is there may be of a moment before; one that stays so hides items. */
    private void requireCountOnTheMove() {
        contradictions = total == contradicted ? contradictions + 1 : 1;
        contradicted = total;
        if (contradictions >= PATIENCE) {
            throw bad("TrackTik counts " + total + " items and sends no more than " + position);
        }
    }

    /** What came, or moved, before that which was taken already is seen by the count alone. */
    private void requireNothingMissed() {
        if (question.idOrder() == 0 && seen.taken() < total) {
            throw bad(total - seen.taken() + " of " + total
                    + " items were added, or moved while they were read: try again");
        }
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

    /** What was asked ahead counts only if it begins where the last page ended. */
    private void goOnBehind() {
        if ((underWay.isEmpty() ? ahead : underWay.getFirst().offset()) != position - overlap()) {
            giveUp();
        }
    }

    /** TrackTik gave up on the part: fewer days at a time, or fewer items. */
    @Override
    public List<Part<T>> smaller() {
        List<Query> halves = total < 0 ? question.halves() : List.of();
        giveUp();
        if (!halves.isEmpty()) {
            return halves.stream()
                    .<Part<T>>map(half -> new OffsetPart<>(resource, workers, half, usage))
                    .toList();
        }
        return size.shrink() ? List.of(this) : List.of();
    }

    /** Forgets what is under way; what comes next is asked for anew. */
    @Override
    public void giveUp() {
        underWay.forEach(asked -> asked.answer().cancel(true));
        underWay.clear();
        ahead = Math.max(0, position - overlap());
    }

    private TrackTikException bad(String explanation) {
        return Failures.badAnswer(resource.request(question, position, size.now()), explanation, "");
    }
}
