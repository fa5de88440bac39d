package io.fieldhouse.tracktik.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A condition on a field, in the words that TrackTik uses. Every filter of a query has to hold. */
public sealed interface Filter {
    /** The field, by its name in the answer; a dot leads into a relation. */
    String field();

    /** The name of the query parameter. */
    String parameter();

    /** The value of the query parameter. */
    String value();

    /** The same condition in parts that TrackTik accepts; itself where it is accepted as it is. */
    default List<Filter> parts(int batch, int days) {
        return List.of(this);
    }

    /** The field compared with one value; an empty operator means equal. */
    record Comparison(String field, String operator, String value) implements Filter {
        @Override
        public String parameter() {
            return operator.isEmpty() ? field : field + ":" + operator;
        }

        /** Without the value, which may be personal. */
        @Override
        public String toString() {
            return parameter();
        }
    }

    /** The field has one of these values. */
    record OneOf(String field, List<String> values) implements Filter {
        public OneOf {
            values = List.copyOf(values);
        }

        /** Without the values, which may be personal. */
        @Override
        public String toString() {
            return parameter();
        }

        @Override
        public String parameter() {
            return field + ":in";
        }

        @Override
        public String value() {
            return String.join(",", values);
        }

        @Override
        public List<Filter> parts(int batch, int days) {
            List<Filter> parts = new ArrayList<>();
            for (int from = 0; from < values.size(); from += batch) {
                parts.add(new OneOf(field, values.subList(from, Math.min(from + batch, values.size()))));
            }
            return parts;
        }
    }

    /** The field's day is one of these; both ends belong to it. */
    record Days(String field, LocalDate from, LocalDate to) implements Filter {
        public Days {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "The days of " + field + " end on " + to + " before they begin on " + from + ": swap them.");
            }
        }

        @Override
        public String parameter() {
            return field + ":between";
        }

        @Override
        public String value() {
            return from + "|" + to;
        }

        @Override
        public List<Filter> parts(int batch, int days) {
            List<Filter> parts = new ArrayList<>();
            for (LocalDate start = from; !start.isAfter(to); start = start.plusDays(days)) {
                LocalDate last = start.plusDays(days - 1L);
                parts.add(new Days(field, start, last.isAfter(to) ? to : last));
            }
            return parts;
        }
    }
}
