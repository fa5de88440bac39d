package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.transport.Likeness;
import io.fieldhouse.client.transport.PageSize;
import io.fieldhouse.client.transport.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A part whose items come in no order that is promised. One page has all of it, or it is read in pages that overlap, and has
 * to be as many different items as ServiceTitan counts, all the while: else rows came, went or changed places, and it is read
 * anew. Each item is handed out once, however often it is read.
 */
final class CountedPart<T> implements Part<T> {
    /** How often rows may move under way before it is given up. */
    private static final int PATIENCE = 5;

    private static final int SPARE_PAGES = 100;

    private final Lookahead<T> ahead;
    private final PageSize size;
    private final Set<Object> handedOut = new HashSet<>();
    private final Set<Object> seen = new HashSet<>();
    /** Whether items without an id, by which they could be told apart, are alike on different pages. */
    private boolean alike;

    private long reached;
    private long next;
    private long total = -1;
    /** As first heard: an answer that grows without end is none. */
    private long firstTotal = -1;

    private long pagesTaken;
    private int attempts = 1;
    private int caps;
    private boolean exhausted;

    CountedPart(Lookahead<T> ahead, PageSize size) {
        this.ahead = ahead;
        this.size = size;
    }

    @Override
    public int ask(int most) {
        int asked = 0;
        while (asked < most && !exhausted && (ahead.isEmpty() || next + 1 < total)) {
            Window window = Window.with(next, 1, size.now());
            ahead.ask(window, true);
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
        boolean isAll = asked.begin() == 0 && !answer.hasMore();
        if (answer.total() < 0 && !isAll) {
            throw ahead.bad(asked, "ServiceTitan does not say how many items there are, by which pages are checked");
        }
        firstTotal = firstTotal < 0 ? answer.total() : firstTotal;
        if (++pagesTaken > 3 * firstTotal / size.smallest() + SPARE_PAGES) {
            throw ahead.bad(asked, "ServiceTitan's response never ends: " + seen.size() + " items came so far");
        }
        if (answer.size() > 0 && answer.size() < asked.size()) {
            if (++caps > PATIENCE) {
                throw ahead.bad(asked, "ServiceTitan sends fewer items each time than it is asked for");
            }
            size.capAt(answer.size());
            beginAnew();
            return null;
        }
        if (asked.begin() == 0) {
            seen.clear();
            alike = false;
            reached = 0;
            total = answer.total();
        }
        boolean goesOn = asked.begin() == 0
                || (page.rows() > 0 && seen.contains(page.ids().get(0)));
        add(asked.begin(), page.ids());
        boolean isWhole = total < 0 || (answer.hasMore() ? asked.begin() + page.rows() < total : seen.size() == total);
        if (!goesOn || answer.total() != total || !isWhole) {
            tryAgain(asked);
        } else if (answer.hasMore()) {
            size.took(page.rows(), asked.size(), answer.bytes());
            goOnBehind(asked.begin() + page.rows());
        } else {
            requireNoneTwice(asked);
            exhausted = true;
            giveUp();
        }
        List<Integer> unseen = new ArrayList<>();
        for (int i = 0; i < page.rows(); i++) {
            if (handedOut.add(page.ids().get(i))) {
                unseen.add(i);
            }
        }
        return page.only(unseen);
    }

    private void add(long begin, List<Object> ids) {
        for (int i = 0; i < ids.size(); i++) {
            boolean isNew = seen.add(ids.get(i));
            alike |= !isNew && begin + i >= reached && ids.get(i) instanceof Likeness;
        }
        reached = Math.max(reached, begin + ids.size());
    }

    /** An item without an id that changed would be there twice: as it was when it was handed out, and as it is now. */
    private void requireNoneTwice(Window asked) {
        if (handedOut.stream().anyMatch(id -> id instanceof Likeness && !seen.contains(id))) {
            throw ahead.bad(
                    asked,
                    "Items without an id changed or disappeared while they were read: they could be returned"
                            + " twice. Ask again, or for less");
        }
    }

    private void tryAgain(Window asked) {
        if (attempts++ >= PATIENCE) {
            throw ahead.bad(
                    asked,
                    "ServiceTitan counts " + total + " items, and " + seen.size() + " different ones came: "
                            + (alike
                                    ? "items without an id that are alike cannot be told apart: ask for less, or for one page"
                                    : "rows were added, deleted or moved during every try, or the response never"
                                            + " ends. Try again, or query less"));
        }
        pagesTaken = 0;
        beginAnew();
    }

    private void beginAnew() {
        ahead.giveUp();
        next = 0;
    }

    private void goOnBehind(long position) {
        if (ahead.isEmpty() || ahead.begin() > position - 1) {
            ahead.giveUp();
            next = Math.max(0, position - 1);
        }
    }

    @Override
    public List<Part<T>> smaller() {
        boolean possible = size.shrink();
        beginAnew();
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
