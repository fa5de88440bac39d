package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.Unreadable;
import io.fieldhouse.servicetitan.accounting.Invoice;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.ExportPage;
import io.fieldhouse.servicetitan.api.ExportPages;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.jpm.Job;
import io.fieldhouse.servicetitan.reporting.ReportQuestion;
import io.fieldhouse.servicetitan.sandbox.Fault;
import io.fieldhouse.servicetitan.sandbox.SandboxCredentials;
import io.fieldhouse.servicetitan.sandbox.SandboxData;
import io.fieldhouse.servicetitan.sandbox.SandboxOptions;
import io.fieldhouse.servicetitan.sandbox.SandboxReports;
import io.fieldhouse.servicetitan.sandbox.ServiceTitanSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's snippets, letter for letter but for blanks and where ServiceTitan is, and run. */
@SuppressWarnings("SystemOut")
class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/io/fieldhouse/servicetitan/ReadmeTest.java");

    private int loaded;
    private String stored = "";

    @Test
    void everySnippetOfTheReadmeStandsHere() throws IOException {
        String source = withoutBlanks(Files.readString(SOURCE));
        var snippets = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - 3))
                .map(snippet -> snippet.replace("Environment.PRODUCTION", "environment"))
                .toList();

        assertThat(snippets).hasSize(4).allSatisfy(snippet -> assertThat(source).contains(withoutBlanks(snippet)));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void snippetsRun() {
        try (ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small())) {
            sandbox.faults().next(Fault.tooManyRequestsInTitle(1));
            SandboxCredentials known = sandbox.credentials();
            Environment here = Environment.at(
                    sandbox.authUrl().toString(), sandbox.apiUrl().toString());
            Credentials credentials = new Credentials(known.appKey(), known.clientId(), known.clientSecret());
            readFrom(ServiceTitanConfig.of(here, sandbox.tenant(), credentials));
        }
        try (ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small())) {
            readMore(Clients.config(sandbox), sandbox.reports().foreman());
        }
        assertThat(loaded).isPositive();
        assertThat(stored).isNotEmpty();
    }

    @Test
    void pathAndSwitchesOfTheReadmeAreThere() throws IOException {
        String path = Pattern.compile("resources\\(\\)[.]read\\(\"(.+?)\"")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        SandboxOptions unhurried = SandboxOptions.defaults().withBetweenReports(Duration.ZERO);
        try (ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small(), unhurried);
                ServiceTitan client =
                        ServiceTitan.connect(Clients.config(sandbox).withBetweenReports(Duration.ZERO))) {
            assertThat(client.resources()
                            .read(path, Query.all().equal("active", "Any"))
                            .list())
                    .isNotEmpty();
            run(client, sandbox.reports().foreman());
            run(client, sandbox.reports().foreman());
        }
    }

    private void readFrom(ServiceTitanConfig known) {
        Environment environment = known.environment();
        long tenant = known.tenant();
        String appKey = known.credentials().appKey();
        String clientId = known.credentials().clientId();
        String clientSecret = known.credentials().clientSecret();

        ServiceTitanConfig config = ServiceTitanConfig.of(
                environment,
                tenant,
                Credentials.builder()
                        .withAppKey(appKey)
                        .withClientId(clientId)
                        .withClientSecret(clientSecret)
                        .build());
        try (ServiceTitan client = ServiceTitan.connect(config)) {
            for (Job job : client.jpm().jobs(Query.all().equal("completedOnOrAfter", "2025-10-27T00:00:00Z"))) {
                System.out.println(job.id() + " " + job.jobStatus() + " " + job.total());
            }
        }
    }

    private void readMore(ServiceTitanConfig config, SandboxReports.Ref foreman) {
        try (ServiceTitan client = ServiceTitan.connect(config)) {
            load(client, From.beginning());
            run(client, foreman);
        }
    }

    private void load(ServiceTitan client, From from) {
        try (ExportPages<Invoice> pages =
                client.accounting().exportInvoices(from).pages()) {
            while (pages.hasNext()) {
                ExportPage<Invoice> page = pages.next();
                load(page.items(), page.unreadable(), page.continueFrom());
            }
        }
    }

    private void run(ServiceTitan client, SandboxReports.Ref foreman) {
        String category = foreman.category();
        long report = foreman.id();

        ReportQuestion lastWeek = ReportQuestion.of(category, report)
                .withLabel("DateType", "Job Completion Date")
                .with("From", LocalDate.of(2025, 10, 20))
                .with("To", LocalDate.of(2025, 10, 26));
        client.reports()
                .run(lastWeek)
                .rows()
                .forEach(row -> System.out.println(row.text("JobNumber") + " " + row.number("Subtotal")));
    }

    private void load(List<Invoice> invoices, List<Unreadable> unreadable, String token) {
        assertThat(unreadable).isEmpty();
        loaded += invoices.size();
        stored = token;
    }
}
