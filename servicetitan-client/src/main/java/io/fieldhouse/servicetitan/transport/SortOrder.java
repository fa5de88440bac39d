package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.transport.Fields;
import io.fieldhouse.servicetitan.api.Query;
import java.util.List;
import java.util.Locale;
import okhttp3.Request;

/**
 * The order in which a list is asked for.
 *
 * @param field a field as ServiceTitan's parameter names it, such as {@code ModifiedOn}
 */
record SortOrder(String field, boolean descending) {
    static SortOrder of(Query question) {
        String asked = question.sort().isEmpty() ? "Id" : question.sort();
        return asked.startsWith("-") ? new SortOrder(asked.substring(1), true) : new SortOrder(asked, false);
    }

    String parameter() {
        return (descending ? "-" : "+") + field;
    }

    /** Fails where items are in another order; those that do not show the field are passed over. */
    void require(List<?> items, Request request) {
        String name = field.substring(0, 1).toLowerCase(Locale.ROOT) + field.substring(1);
        Object before = null;
        for (Object item : items) {
            Object value = Fields.at(item, name);
            if (before != null && value != null && isWrong(before, value)) {
                throw Failures.badAnswer(request, "The items are not sorted by " + field);
            }
            before = value == null ? before : value;
        }
    }

    @SuppressWarnings("unchecked")
    private boolean isWrong(Object before, Object value) {
        if (!(before instanceof Comparable<?> && before.getClass() == value.getClass())) {
            return false;
        }
        int compared = ((Comparable<Object>) before).compareTo(value);
        return descending ? compared < 0 : compared > 0;
    }
}
