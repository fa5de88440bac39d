package io.fieldhouse.tracktik.sandbox;

/** What a sandbox lets in. All of it is invented. */
public record SandboxCredentials(String clientId, String clientSecret, String username, String password) {
    static final SandboxCredentials INVENTED =
            new SandboxCredentials("sandbox-client", "sandbox-secret", "sandbox-user", "sandbox-password");

    @Override
    public String toString() {
        return "SandboxCredentials[" + clientId + ", " + username + ", ...]";
    }
}
