package io.fieldhouse.tracktik;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Pages;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.scheduling.Shift;
import io.fieldhouse.tracktik.transport.BareJson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Reads the shifts of a sandbox in another process through the client, and side by side with a plain OkHttp loop that
 * parses the same pages with bare Moshi. Prints figures; asserts none. Arguments: the sandbox's address, client id, client
 * secret, user name, password, the number of rounds.
 */
final class ReadingBenchmark {
    private static final int IN_FLIGHT = 4;
    private static final LocalDate FIRST = LocalDate.of(2024, 8, 19);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private final HttpUrl api;
    private final Login.Password login;
    private final OkHttpClient http = new OkHttpClient();
    private final JsonAdapter<Shift> shifts;

    private ReadingBenchmark(HttpUrl api, Login.Password login, Moshi moshi) {
        this.api = api;
        this.login = login;
        this.shifts = moshi.adapter(Shift.class);
    }

    public static void main(String[] args) throws Exception {
        ReadingBenchmark benchmark = new ReadingBenchmark(
                HttpUrl.get(args[0]), new Login.Password(args[1], args[2], args[3], args[4]), BareJson.MOSHI);
        int rounds = Integer.parseInt(args[5]);
        double[] ratios = new double[rounds];
        for (int i = -1; i < rounds; i++) {
            double client = time("client", benchmark::throughTheClient);
            double plain = time("plain ", benchmark::throughPlainOkHttp);
            if (i >= 0) {
                ratios[i] = client / plain;
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "client / plain: median %.3f, %.3f to %.3f in %d rounds; heap of at most %d MB%n",
                ratios[rounds / 2],
                ratios[0],
                ratios[rounds - 1],
                rounds,
                Runtime.getRuntime().maxMemory() >> 20);
        System.exit(0);
    }

    private interface Reading {
        long read() throws Exception;
    }

    private static double time(String name, Reading reading) throws Exception {
        long start = System.nanoTime();
        long rows = reading.read();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s %,d shifts in %.2f s%n", name, rows, seconds);
        return seconds;
    }

    private long throughTheClient() {
        TrackTikConfig config = TrackTikConfig.at(api.toString(), login)
                .with(Pace.perMinute(10_000_000).withRequestsInFlight(IN_FLIGHT));
        long rows = 0;
        try (TrackTik tracktik = TrackTik.connect(config);
                Pages<Shift> pages = tracktik.scheduling()
                        .shifts(Query.all().between("startDateTime", FIRST, LAST))
                        .pages()) {
            while (pages.hasNext()) {
                rows += pages.next().items().size();
            }
        }
        return rows;
    }

    private record Page(long rows, long count) {}

    private long throughPlainOkHttp() throws Exception {
        String token = token();
        ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
        long rows = 0;
        try {
            Deque<LocalDate> weeks = new ArrayDeque<>();
            for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(7)) {
                weeks.add(day);
            }
            Deque<Future<Page>> firsts = new ArrayDeque<>();
            Deque<LocalDate> asked = new ArrayDeque<>();
            while (!weeks.isEmpty() || !firsts.isEmpty()) {
                while (firsts.size() < 2 && !weeks.isEmpty()) {
                    LocalDate week = weeks.poll();
                    asked.add(week);
                    firsts.add(threads.submit(() -> page(token, week, 0)));
                }
                LocalDate week = asked.remove();
                Page first = firsts.remove().get();
                rows += first.rows();
                Deque<Future<Page>> others = new ArrayDeque<>();
                for (long offset = 1000; offset < first.count(); offset += 1000) {
                    long from = offset;
                    others.add(threads.submit(() -> page(token, week, from)));
                }
                while (!others.isEmpty()) {
                    rows += others.remove().get().rows();
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return rows;
    }

    private String token() throws IOException {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "password")
                .add("client_id", login.clientId())
                .add("client_secret", login.clientSecret())
                .add("username", login.username())
                .add("password", login.password())
                .build();
        HttpUrl url = Objects.requireNonNull(api.resolve("../oauth2/access_token"));
        try (Response response =
                http.newCall(new Request.Builder().url(url).post(form).build()).execute()) {
            return response.body().string().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
        }
    }

    private Page page(String token, LocalDate week, long offset) throws IOException {
        LocalDate last = week.plusDays(6).isAfter(LAST) ? LAST : week.plusDays(6);
        HttpUrl url = api.newBuilder()
                .addPathSegment("shifts")
                .addQueryParameter("startDateTime:between", week + "|" + last)
                .addQueryParameter("includeInactive", "true")
                .addQueryParameter("sort", "id")
                .addQueryParameter("limit", "1000")
                .addQueryParameter("offset", Long.toString(offset))
                .build();
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + token)
                .build();
        try (Response response = http.newCall(request).execute()) {
            JsonReader reader = JsonReader.of(response.body().source());
            long count = 0;
            long rows = 0;
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.nextName()) {
                    case "meta" -> {
                        reader.beginObject();
                        while (reader.hasNext()) {
                            if (reader.nextName().equals("count")) {
                                count = reader.nextLong();
                            } else {
                                reader.skipValue();
                            }
                        }
                        reader.endObject();
                    }
                    case "data" -> {
                        reader.beginArray();
                        while (reader.hasNext()) {
                            rows += shifts.fromJson(reader) == null ? 0 : 1;
                        }
                        reader.endArray();
                    }
                    default -> reader.skipValue();
                }
            }
            reader.endObject();
            return new Page(rows, count);
        }
    }
}
