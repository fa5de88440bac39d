package io.fieldhouse.servicetitan.api;

import org.jspecify.annotations.Nullable;

/**
 * What the client proves itself with. Shows no secret.
 *
 * @param appKey the app's key, which is the same in every environment
 * @param clientId the id that one tenant gave the app in one environment
 * @param clientSecret the secret that belongs to that id
 */
public record Credentials(String appKey, String clientId, String clientSecret) {
    public Credentials {
        requireFit(appKey, "app key");
        requireFit(clientId, "client id");
        requireFit(clientSecret, "client secret");
    }

    /** Begins credentials. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds credentials by name; every part is required. Shows no secret. */
    public static final class Builder {
        private String appKey = "";
        private String clientId = "";
        private String clientSecret = "";

        private Builder() {}

        /** Sets the app's key. */
        public Builder withAppKey(String appKey) {
            this.appKey = appKey;
            return this;
        }

        /** Sets the id that the tenant gave the app. */
        public Builder withClientId(String clientId) {
            this.clientId = clientId;
            return this;
        }

        /** Sets the secret that belongs to that id. */
        public Builder withClientSecret(String clientSecret) {
            this.clientSecret = clientSecret;
            return this;
        }

        /**
         * Returns them.
         *
         * @throws IllegalArgumentException that names a part that is missing
         */
        public Credentials build() {
            return new Credentials(appKey, clientId, clientSecret);
        }

        @Override
        public String toString() {
            return "Credentials.Builder[***]";
        }
    }

    private static void requireFit(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The credentials have no " + name + ".");
        }
        if (!value.chars().allMatch(character -> character > ' ' && character < 0x7F)) {
            throw new IllegalArgumentException(
                    "The " + name + " has a blank, a line break or a strange letter in it: copy it again.");
        }
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
