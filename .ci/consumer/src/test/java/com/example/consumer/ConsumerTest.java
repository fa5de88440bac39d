package com.example.consumer;

import static io.fieldhouse.warehouse.jooq.tracktik.tables.BillingPeriods.BILLING_PERIODS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fieldhouse.servicetitan.ServiceTitan;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.sandbox.ServiceTitanSandbox;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.warehouse.Warehouse;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a service does with what is published. */
class ConsumerTest {
    @RegisterExtension
    static final TestWarehouse testWarehouse = new TestWarehouse();

    @Test
    void typedModelWritesAndReadsAWarehouse() {
        Warehouse warehouse = Warehouse.open(testWarehouse.dataSource());
        warehouse
                .sql()
                .insertInto(BILLING_PERIODS)
                .set(BILLING_PERIODS.PERIOD_ID, 202512)
                .set(BILLING_PERIODS.CALENDAR, "two-weeks")
                .set(BILLING_PERIODS.LABEL, "2025-P12")
                .set(BILLING_PERIODS.YEAR, 2025)
                .set(BILLING_PERIODS.NUMBER, 12)
                .set(BILLING_PERIODS.STARTS_ON, LocalDate.of(2025, 5, 30))
                .set(BILLING_PERIODS.ENDS_ON, LocalDate.of(2025, 6, 12))
                .execute();

        assertEquals("2025-P12", warehouse.sql().select(BILLING_PERIODS.LABEL).from(BILLING_PERIODS).fetchSingle().value1());
    }

    @Test
    void servicetitansClientReadsFromItsSandbox() {
        try (ServiceTitanSandbox sandbox =
                ServiceTitanSandbox.start(io.fieldhouse.servicetitan.sandbox.SandboxData.small())) {
            var known = sandbox.credentials();
            ServiceTitanConfig config = ServiceTitanConfig.of(
                    Environment.at(sandbox.authUrl().toString(), sandbox.apiUrl().toString()),
                    sandbox.tenant(),
                    new Credentials(known.appKey(), known.clientId(), known.clientSecret()));
            try (ServiceTitan servicetitan = ServiceTitan.connect(config)) {
                var all = io.fieldhouse.servicetitan.api.Query.all();
                assertEquals(
                        io.fieldhouse.servicetitan.sandbox.SandboxData.small().totalJobs(),
                        servicetitan.jpm().jobs(all).stream().count());
            }
        }
    }

    @Test
    void clientReadsFromTheSandbox() {
        try (TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small())) {
            var known = sandbox.credentials();
            TrackTikConfig config = TrackTikConfig.at(
                    sandbox.apiUrl().toString(),
                    new Login.Password(known.clientId(), known.clientSecret(), known.username(), known.password()));
            try (TrackTik tracktik = TrackTik.connect(config)) {
                assertEquals("KAISER", tracktik.regionTree().find("KAISER").name());
                assertEquals(
                        sandbox.data().employees(),
                        tracktik.entities().employees(Query.all()).stream().count());
            }
        }
    }

    @Test
    void clientsAreThereByTheirModuleNames() throws IOException, URISyntaxException {
        assertEquals("io.fieldhouse.tracktik", moduleOf(TrackTikException.class));
        assertEquals("io.fieldhouse.servicetitan", moduleOf(ServiceTitanException.class));
        assertEquals("io.fieldhouse.warehouse", moduleOf(Warehouse.class));
        assertEquals("io.fieldhouse.warehouse.testing", moduleOf(TestWarehouse.class));
    }

    private static String moduleOf(Class<?> type) throws IOException, URISyntaxException {
        try (JarFile jar = new JarFile(new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            return jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
        }
    }
}
