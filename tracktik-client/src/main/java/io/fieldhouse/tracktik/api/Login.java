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

        /** Begins a login. */
        public static Builder builder() {
            return new Builder();
        }

        /** Builds a login by name; every part is required. Shows no secret. */
        public static final class Builder {
            private String clientId = "";
            private String clientSecret = "";
            private String username = "";
            private String password = "";

            private Builder() {}

            /** Sets the OAuth client's id. */
            public Builder withClientId(String clientId) {
                this.clientId = clientId;
                return this;
            }

            /** Sets the OAuth client's secret. */
            public Builder withClientSecret(String clientSecret) {
                this.clientSecret = clientSecret;
                return this;
            }

            /** Sets the API user's name. */
            public Builder withUsername(String username) {
                this.username = username;
                return this;
            }

            /** Sets the API user's password. */
            public Builder withPassword(String password) {
                this.password = password;
                return this;
            }

            /**
             * Returns them.
             *
             * @throws IllegalArgumentException that names a part that is missing
             */
            public Password build() {
                return new Password(clientId, clientSecret, username, password);
            }

            @Override
            public String toString() {
                return "Password.Builder[***]";
            }
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
