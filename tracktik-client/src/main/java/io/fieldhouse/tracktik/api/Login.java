package io.fieldhouse.tracktik.api;

/** What the client proves itself with. Shows no secret. */
public sealed interface Login {
    /**
     * A service account, by the password grant.
     *
     * @param clientId the OAuth client's id
     * @param clientSecret the OAuth client's secret
     * @param username the API user's name
     * @param password the API user's password
     */
    record Password(String clientId, String clientSecret, String username, String password) implements Login {
        @Override
        public String toString() {
            return "Password[***]";
        }
    }

    /**
     * A token that somebody else takes care of, such as in tests.
     *
     * @param token the bearer token
     */
    record StaticToken(String token) implements Login {
        @Override
        public String toString() {
            return "StaticToken[***]";
        }
    }
}
