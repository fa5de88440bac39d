package io.fieldhouse.client.transport;

/** Where the token of a request comes from. Thread-safe. */
public interface TokenSource {
    /** A token that holds for a while yet. */
    String current(Deadline deadline);

    /** A token that is not this one, which was refused; the same where there is no other. */
    String insteadOf(String refused, Deadline deadline);

    /** The vendor took the token. */
    void accepted();

    /** A token that somebody else takes care of. */
    static TokenSource fixed(String token) {
        return new TokenSource() {
            @Override
            public String current(Deadline deadline) {
                return token;
            }

            @Override
            public String insteadOf(String refused, Deadline deadline) {
                return token;
            }

            @Override
            public void accepted() {}
        };
    }
}
