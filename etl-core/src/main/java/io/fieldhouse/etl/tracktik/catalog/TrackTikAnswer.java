package io.fieldhouse.etl.tracktik.catalog;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Paged;
import io.fieldhouse.client.Pages;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.stage.Answer;
import io.fieldhouse.etl.stage.Stage;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.util.function.Consumer;

/**
 * TrackTik's answer to a question, page by page.
 *
 * @param what what is read, for a failure to name
 */
public record TrackTikAnswer<T>(String what, Paged<T> question) implements Answer<T> {
    @Override
    public long read(Stage<T> stage, Consumer<LoadCounts> came) {
        try (Pages<T> pages = question.pages()) {
            long records = 0;
            try {
                while (pages.hasNext()) {
                    Page<T> page = pages.next();
                    records += page.items().size() + page.unreadable().size();
                    add(page, stage);
                }
            } finally {
                came.accept(LoadCounts.read(records, 0, pages.requests(), pages.bytes()));
            }
            return pages.total();
        } catch (TrackTikException e) {
            throw failure(what, e);
        }
    }

    private static <T> void add(Page<T> page, Stage<T> stage) {
        for (int i = 0; i < page.items().size(); i++) {
            stage.add(page.items().get(i), page.json(i));
        }
        page.unreadable().forEach(item -> stage.reject(item.reason(), item.json()));
    }

    public static LoadException failure(String what, TrackTikException e) {
        Kind kind = e.kind() == TrackTikException.Kind.INTERRUPTED
                ? Kind.INTERRUPTED
                : e.isTransient() || e.kind() == TrackTikException.Kind.BAD_ANSWER ? Kind.TRANSIENT : Kind.PERMANENT;
        return new LoadException(kind, "Reading " + what + " failed: " + e.getMessage(), e);
    }
}
