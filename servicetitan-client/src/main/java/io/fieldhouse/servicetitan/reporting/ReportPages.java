package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.transport.Failures;
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
 * The pages of one run of a report, in order; each is asked for when it is taken, and waits for its turn. ServiceTitan may
 * make each page anew: pages that do not belong together are refused. Belongs to one thread at a time. Only a run that came
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
            return take(taken + 1);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private ReportPage take(int number) {
        ReportAnswer answer = way.page(run, number);
        Request request = run.page("data", number);
        answer.requireSound(request);
        if (answer.page() != 0 && answer.page() != number) {
            throw Failures.badAnswer(
                    request, "ServiceTitan sends page " + answer.page() + " of the report instead of page " + number);
        }
        if (answer.size() == 0 && answer.hasMore()) {
            throw Failures.badAnswer(request, "A page of the report is empty, and is said not to be the last");
        }
        Columns columns = Columns.of(answer.fields(), definition);
        requireColumns(request, columns.names());
        rows += answer.size();
        requireCount(request, answer);
        taken = number;
        finished = !answer.hasMore();
        return new ReportPage(number, answer, columns, "the report " + question.category() + "/" + question.report());
    }

    /** A row that came or went between two pages moves another one from page to page, and so out of both or into both. */
    private void requireCount(Request request, ReportAnswer answer) {
        if (answer.totalCount() < 0) {
            return;
        }
        boolean another = total >= 0 && total != answer.totalCount();
        total = answer.totalCount();
        if (another || (!answer.hasMore() && rows != total)) {
            throw Failures.badAnswer(
                    request,
                    rows + " rows of the report came, and ServiceTitan counts " + total
                            + (another ? " now: it changed in between" : ""));
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
