package io.fieldhouse.servicetitan;

import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Pages;
import io.fieldhouse.servicetitan.accounting.Invoice;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.ExportPages;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads the invoices of a sandbox in another process through the client, by the list and by the export feed, and side by
 * side with a plain OkHttp loop that parses them with bare Moshi. Prints figures; asserts none. Arguments: the addresses of
 * tokens and of the API, the tenant, app key, client id, client secret, the number of rounds.
 */
final class ReadingBenchmark {
    private static final Pace UNLIMITED = Pace.perSecond(1_000_000);

    private ReadingBenchmark() {}

    private interface Reading {
        long read() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        ServiceTitanConfig config = ServiceTitanConfig.of(
                        Environment.at(args[0], args[1]),
                        Long.parseLong(args[2]),
                        new Credentials(args[3], args[4], args[5]))
                .with(UNLIMITED);
        PlainReading plain = new PlainReading(config);
        int rounds = Integer.parseInt(args[6]);
        compare("list", rounds, () -> listed(config), plain::list);
        compare("export", rounds, () -> exported(config), plain::export);
        System.exit(0);
    }

    private static void compare(String name, int rounds, Reading client, Reading plain) throws Exception {
        double[] ratios = new double[rounds];
        for (int i = -1; i < rounds; i++) {
            double ours = time(name + ", client", client);
            double theirs = time(name + ", plain ", plain);
            if (i >= 0) {
                ratios[i] = ours / theirs;
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%s, client / plain: median %.3f, %.3f to %.3f in %d rounds; heap of at most %d MB%n",
                name,
                ratios[rounds / 2],
                ratios[0],
                ratios[rounds - 1],
                rounds,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static double time(String name, Reading reading) throws Exception {
        long start = System.nanoTime();
        long rows = reading.read();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s %,d invoices in %.2f s%n", name, rows, seconds);
        return seconds;
    }

    private static long listed(ServiceTitanConfig config) {
        long rows = 0;
        try (ServiceTitan client = ServiceTitan.connect(config);
                Pages<Invoice> pages = client.accounting().invoices(Query.all()).pages()) {
            while (pages.hasNext()) {
                rows += pages.next().items().size();
            }
        }
        return rows;
    }

    private static long exported(ServiceTitanConfig config) {
        long rows = 0;
        try (ServiceTitan client = ServiceTitan.connect(config);
                ExportPages<Invoice> pages =
                        client.accounting().exportInvoices(From.beginning()).pages()) {
            while (pages.hasNext()) {
                rows += pages.next().items().size();
            }
        }
        return rows;
    }
}
