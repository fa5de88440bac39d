package io.fieldhouse.tracktik.api;

import org.jspecify.annotations.Nullable;

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
        public Password {
            requireGiven(clientId, "client id");
            requireGiven(clientSecret, "client secret");
            requireGiven(username, "user's name");
            requireGiven(password, "password");
        }

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
        public StaticToken {
            requireGiven(token, "token");
            if (!token.chars().allMatch(character -> character > ' ' && character < 0x7F)) {
                throw new IllegalArgumentException("The token has a blank or a line break in it: copy it again.");
            }
        }

        @Override
        public String toString() {
            return "StaticToken[***]";
        }
    }

    private static void requireGiven(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The login has no " + name + ": each refusal counts towards a ban.");
        }
    }
}
