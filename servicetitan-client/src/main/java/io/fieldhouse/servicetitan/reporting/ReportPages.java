package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.transport.Failures;
import io.fieldhouse.servicetitan.transport.Window;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of one run of a report, in order; each is asked for when it is taken, and waits for its turn.
 *
 * <p>ServiceTitan may make each page anew, over what changed since. So each page is asked for from a row that is known
 * already, which is not given again; if another is there, or the count or the columns are others, the run fails, and has to
 * be begun anew. What changes within the pages alone is not noticed, such as a figure that was put right: a report that has
 * to be of one moment has to be one page.
 *
 * <p>Belongs to one thread at a time. Only a run that came
 * to its end says that it has no next page: one that failed throws its failure again, one that was closed before its end
 * throws an {@link IllegalStateException}.
 */
public final class ReportPages implements Iterator<ReportPage>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPages.class);

    private final Way way;
    private final Run run;
    private final ReportQuestion question;
    private final ReportDefinition definition;
    private int taken;
    private long rows;
    private int largest;
    private Window window;
    /** The last rows that were given: those of them that the next page has to begin with. */
    private List<ReportRow> last = List.of();

    private long total = -1;
    private boolean finished;
    private boolean closed;
    private @Nullable List<String> names;
    private @Nullable RuntimeException failure;

    ReportPages(Way way, Run run, ReportQuestion question, ReportDefinition definition) {
        this.way = way;
        this.run = run;
        this.question = question;
        this.definition = definition;
        this.largest = run.pageSize();
        this.window = new Window(1, largest);
    }

    /** The report's definition when the run began. */
    public ReportDefinition definition() {
        return definition;
    }

    @Override
    public boolean hasNext() {
        if (failure != null) {
            throw failure;
        }
        if (closed && !finished) {
            throw new IllegalStateException("The run was closed before its end.");
        }
        return !finished;
    }

    @Override
    public ReportPage next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The run came to its end.");
        }
        try {
            return take();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private ReportPage take() {
        ReportAnswer answer = way.page(run, window);
        Request request = run.page("data", window);
        answer.requireSound(request);
        if (answer.page() != 0 && answer.page() != window.page()) {
            throw Failures.badAnswer(
                    request,
                    "ServiceTitan sends page " + answer.page() + " of the report instead of page " + window.page());
        }
        int known = (int) (rows - window.begin());
        if (answer.size() <= known && answer.hasMore()) {
            throw Failures.badAnswer(request, "A page of the report has nothing new, and is said not to be the last");
        }
        Columns columns = Columns.of(answer.fields(), definition);
        requireColumns(request, columns.names());
        ReportPage page = new ReportPage(taken + 1, answer, columns, known, report());
        requireCount(request, answer);
        requireSameRows(request, answer, columns, known);
        rows = window.begin() + answer.size();
        taken++;
        finished = !answer.hasMore();
        if (!finished) {
            goOn(answer, columns);
        }
        return page;
    }

    /** A page that holds less than was asked for, and is not the last one, holds as much as ServiceTitan allows. */
    private void goOn(ReportAnswer answer, Columns columns) {
        if (answer.size() < window.size()) {
            largest = answer.size();
        }
        Window next = Window.with(rows - 1, 1, largest);
        List<ReportRow> kept = new ArrayList<>();
        for (long row = Math.max(next.begin(), window.begin()); row < rows; row++) {
            kept.add(row(answer, columns, (int) (row - window.begin())));
        }
        last = kept;
        window = next;
    }

    /** A row that came or went between two pages moves another one from page to page, and so out of both or into both. */
    private void requireSameRows(Request request, ReportAnswer answer, Columns columns, int known) {
        for (int i = 0; i < last.size(); i++) {
            int place = known - last.size() + i;
            if (place >= answer.size() || !last.get(i).isSameAs(row(answer, columns, place))) {
                throw Failures.badAnswer(
                        request,
                        "Page " + (taken + 1) + " of the report does not go on where page " + taken
                                + " ends: it changed in between. Run it again");
            }
        }
    }

    private ReportRow row(ReportAnswer answer, Columns columns, int place) {
        return new ReportRow(columns, answer.cells(place), report(), place + 1);
    }

    private String report() {
        return "the report " + question.category() + "/" + question.report();
    }

    private void requireCount(Request request, ReportAnswer answer) {
        if (answer.totalCount() < 0) {
            return;
        }
        long came = window.begin() + answer.size();
        boolean another = total >= 0 && total != answer.totalCount();
        total = answer.totalCount();
        if (another || (!answer.hasMore() && came != total)) {
            throw Failures.badAnswer(
                    request,
                    came + " rows of the report came, and ServiceTitan counts " + total
                            + (another ? " now: it changed in between. Run it again" : ""));
        }
    }

    private void requireColumns(Request request, List<String> now) {
        if (names == null) {
            List<String> missing = without(question.columns(), now);
            if (!missing.isEmpty()) {
                throw changed(request, missing, now);
            }
            List<String> known =
                    definition.fields().stream().map(field -> "" + field.name()).toList();
            if (!Set.copyOf(known).equals(Set.copyOf(now))) {
                LOG.warn(
                        "The report {}/{} has other columns than its definition: without {}, with {}",
                        question.category(),
                        question.report(),
                        without(known, now),
                        without(now, known));
            }
        } else if (!Set.copyOf(names).equals(Set.copyOf(now))) {
            throw changed(request, without(names, now), without(now, names));
        }
        names = now;
    }

    private static ServiceTitanException changed(Request request, List<String> gone, List<String> instead) {
        return Failures.badAnswer(
                request,
                "The report was changed while it was run: it comes without "
                        + String.join(", ", gone)
                        + (instead.isEmpty() ? "" : ", and with " + String.join(", ", instead)));
    }

    private static List<String> without(List<String> some, List<String> others) {
        Set<String> rest = new LinkedHashSet<>(some);
        others.forEach(rest::remove);
        return new ArrayList<>(rest);
    }

    /** The rows of the pages that were not taken yet; a page is in memory at a time. */
    public Stream<ReportRow> rows() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(page -> page.rows().stream())
                .onClose(this::close);
    }

    /** Takes no further page. */
    @Override
    public void close() {
        closed = true;
    }
}
