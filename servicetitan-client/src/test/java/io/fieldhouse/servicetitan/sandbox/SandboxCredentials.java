package io.fieldhouse.servicetitan.sandbox;

/** What a sandbox lets in, in the order of the client's {@code Credentials}. All of it is invented. */
public record SandboxCredentials(String appKey, String clientId, String clientSecret) {
    static final SandboxCredentials INVENTED =
            new SandboxCredentials("sandbox-app-key", "sandbox-client", "sandbox-secret");

    @Override
    public String toString() {
        return "SandboxCredentials[" + clientId + ", ...]";
    }
}
