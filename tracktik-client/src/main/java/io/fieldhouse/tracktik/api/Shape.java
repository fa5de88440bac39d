package io.fieldhouse.tracktik.api;

/**
 * How much of the answer a query asks for, and in which pieces.
 *
 * @param activeOnly whether inactive objects are left out
 * @param limit how many items at most; 0 for all
 * @param pageSize how many items a page holds
 * @param batch how many values of a list go out at once
 * @param chunkDays how many days of a range go out at once
 */
record Shape(boolean activeOnly, int limit, int pageSize, int batch, int chunkDays) {
    static final Shape USUAL = new Shape(false, 0, Query.LARGEST_PAGE, 50, 7);

    private static final int LARGEST_BATCH = 100;
    private static final int LONGEST_CHUNK = 28;

    Shape ofActiveOnly() {
        return new Shape(true, limit, pageSize, batch, chunkDays);
    }

    Shape withLimit(int items) {
        return new Shape(
                activeOnly, within(items, 1, Query.LARGEST_PAGE, "A limited answer"), pageSize, batch, chunkDays);
    }

    Shape withPageSize(int items) {
        return new Shape(activeOnly, limit, within(items, 2, Query.LARGEST_PAGE, "A page"), batch, chunkDays);
    }

    Shape withBatch(int values) {
        return new Shape(activeOnly, limit, pageSize, within(values, 1, LARGEST_BATCH, "A batch"), chunkDays);
    }

    Shape withChunkDays(int days) {
        return new Shape(activeOnly, limit, pageSize, batch, within(days, 1, LONGEST_CHUNK, "A chunk"));
    }

    private static int within(int number, int smallest, int largest, String what) {
        if (number < smallest || number > largest) {
            throw new IllegalArgumentException(
                    what + " holds " + smallest + " to " + largest + ", not " + number + ".");
        }
        return number;
    }
}
