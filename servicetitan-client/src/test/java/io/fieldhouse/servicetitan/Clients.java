package io.fieldhouse.servicetitan;

import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.sandbox.SandboxCredentials;
import io.fieldhouse.servicetitan.sandbox.ServiceTitanSandbox;
import java.time.Duration;

/** How the tests connect to a sandbox: without waiting where production would. */
final class Clients {
    private Clients() {}

    static ServiceTitanConfig config(ServiceTitanSandbox sandbox) {
        SandboxCredentials known = sandbox.credentials();
        return ServiceTitanConfig.of(
                        Environment.at(
                                sandbox.authUrl().toString(), sandbox.apiUrl().toString()),
                        sandbox.tenant(),
                        new Credentials(known.appKey(), known.clientId(), known.clientSecret()))
                .with(ScriptedServer.UNHURRIED)
                .withBetweenReports(Duration.ZERO)
                .with(ScriptedServer.QUICK);
    }

    static ServiceTitan connect(ServiceTitanSandbox sandbox) {
        return ServiceTitan.connect(config(sandbox));
    }
}
