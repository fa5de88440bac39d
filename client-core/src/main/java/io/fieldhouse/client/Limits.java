package io.fieldhouse.client;

final class Limits {
    private Limits() {}

    static void requirePositive(long... limits) {
        for (long limit : limits) {
            if (limit < 1) {
                throw new IllegalArgumentException("Every limit of the client is above 0.");
            }
        }
    }
}
