package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.transport.PageSize;
import io.fieldhouse.client.transport.Part;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A part whose items come in the order of their ids. Rows that vanish meanwhile move all that follow, and the next page
 * would skip some of them. So each page begins with an item that was taken already: then nothing can lie between; if it does
 * not, it is asked for again from further back. Only ids above the last one taken are handed out, so none is a second time.
 * What has no id has its place behind the item before it; a page is taken up to its last item that has one.
 * Where the first page shows that ServiceTitan does not sort, the items are counted instead.
 */
final class SortedPart<T> implements Part<T> {
    private static final int SPARE_PAGES = 100;
    /** How often in a row a page may bring nothing and lead nowhere. */
    private static final int PATIENCE = 5;

    private final Lookahead<T> ahead;
    private final PageSize size;

    /** How many items come before the one behind the last one taken, as far as is known. */
    private long position;

    private @Nullable Long lastId;
    /** The place of an item that the next page to ask for has to have in it. */
    private long next;

    private long total = -1;
    /** As first heard: an answer that grows without end is none. */
    private long firstTotal;

    private long pagesTaken;
    private int steps;
    private int repeats;
    private boolean exhausted;
    private @Nullable Part<T> counted;

    SortedPart(Lookahead<T> ahead, PageSize size) {
        this.ahead = ahead;
        this.size = size;
    }

    @Override
    public int ask(int most) {
        int asked = 0;
        while (asked < most && !exhausted && (ahead.isEmpty() || (steps + repeats == 0 && next + 1 < total))) {
            Window window = Window.with(next, 1 + repeats, size.now());
            ahead.ask(window, pagesTaken == 0);
            next = window.end() - 1;
            asked++;
        }
        return asked;
    }

    @Override
    public @Nullable Page<T> take() throws InterruptedException, ExecutionException {
        return accept(ahead.first().get());
    }

    private @Nullable Page<T> accept(CheckedPage<T> page) {
        Window asked = ahead.take();
        Decoded<T> answer = page.answer();
        if (pagesTaken++ == 0) {
            firstTotal = answer.total();
        }
        total = Math.max(total, answer.total());
        if (pagesTaken > 3 * Math.max(firstTotal, position) / size.smallest() + SPARE_PAGES) {
            throw ahead.bad(asked, "ServiceTitan's response never ends: " + position + " items came so far");
        }
        if (answer.size() > 0 && answer.size() < asked.size()) {
            size.capAt(answer.size());
            goOnWith(Math.max(0, position - 1));
            return null;
        }
        boolean isAll = asked.begin() == 0 && position == 0 && !answer.hasMore();
        if (!isAll && !isInOrder(page.ids())) {
            countInstead(asked);
            return null;
        }
        int known = known(page.ids());
        if (known == 0 && asked.begin() > 0) {
            stepBack(asked);
            return null;
        }
        steps = 0;
        return take(asked, page, known);
    }

    private Page<T> take(Window asked, CheckedPage<T> page, int known) {
        int end = page.answer().hasMore() ? upToId(page.ids()) : page.rows();
        if (end == 0 && page.answer().hasMore()) {
            throw ahead.bad(asked, "ServiceTitan sends no item with an id, by which pages are told apart");
        }
        long reached = asked.begin() + end;
        boolean leadsNowhere = end <= known && reached <= position;
        repeats = leadsNowhere ? repeats + 1 : 0;
        if (repeats > PATIENCE) {
            throw ahead.bad(asked, "ServiceTitan reports more pages, but sends the same items again");
        }
        for (int i = known; i < end; i++) {
            lastId = page.ids().get(i) instanceof Long id ? id : lastId;
        }
        position = reached;
        if (page.answer().hasMore()) {
            size.took(page.rows(), asked.size(), page.answer().bytes());
            goOnBehind(leadsNowhere);
        } else {
            exhausted = true;
            giveUp();
        }
        return page.between(Math.min(known, end), end);
    }

    /** How many items a page begins with that were taken already. */
    private int known(List<Object> ids) {
        int known = ids.size();
        while (known > 0 && !(lastId != null && ids.get(known - 1) instanceof Long id && id <= lastId)) {
            known--;
        }
        return known;
    }

    private static int upToId(List<Object> ids) {
        int end = ids.size();
        while (end > 0 && !(ids.get(end - 1) instanceof Long)) {
            end--;
        }
        return end;
    }

    private static boolean isInOrder(List<Object> ids) {
        Long before = null;
        for (Object id : ids) {
            if (before != null && id instanceof Long number && number <= before) {
                return false;
            }
            before = id instanceof Long number ? number : before;
        }
        return true;
    }

    /** What was handed out in order is not known one by one. */
    private void countInstead(Window asked) {
        if (position > 0) {
            throw ahead.bad(
                    asked,
                    "The items do not come in the order of their ids: some would be missed. Read them by"
                            + " resources().read(path, query), which counts them instead");
        }
        giveUp();
        counted = new CountedPart<>(ahead, size);
    }

    @Override
    public Part<T> orElse() {
        return counted == null ? this : counted;
    }

    /** Rows may have vanished: what was taken last is further up now. The second step is twice as long, and so on. */
    private void stepBack(Window asked) {
        long step = (asked.size() - 1L) << Math.min(steps++, 40);
        goOnWith(Math.max(0, asked.begin() - step));
    }

    private void goOnWith(long place) {
        ahead.giveUp();
        next = place;
    }

    /** What was asked ahead counts only if it has the last item taken in it. */
    private void goOnBehind(boolean anew) {
        if (anew || ahead.isEmpty() || ahead.begin() > position - 1) {
            goOnWith(position - 1);
        }
    }

    @Override
    public List<Part<T>> smaller() {
        boolean possible = size.shrink();
        goOnWith(Math.max(0, position - 1));
        return possible ? List.of(this) : List.of();
    }

    @Override
    public void giveUp() {
        ahead.giveUp();
    }

    @Override
    public int underWay() {
        return ahead.size();
    }

    @Override
    public boolean isExhausted() {
        return exhausted;
    }

    @Override
    public boolean isShort() {
        return exhausted;
    }

    @Override
    public long total() {
        return Math.max(0, total);
    }
}
