package io.fieldhouse.servicetitan.sandbox;

/** What a sandbox lets in. All of it is invented. */
public record SandboxCredentials(String clientId, String clientSecret, String appKey) {
    static final SandboxCredentials INVENTED =
            new SandboxCredentials("sandbox-client", "sandbox-secret", "sandbox-app-key");

    @Override
    public String toString() {
        return "SandboxCredentials[" + clientId + ", ...]";
    }
}
