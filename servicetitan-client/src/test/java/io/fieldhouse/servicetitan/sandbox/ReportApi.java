package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.ValueSets.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;

/** Answers all that is below {@code reporting/v2/}. Limits, queries and redefinitions outlive changes of the data. */
final class ReportApi {
    static final String ROOT = "reporting/v2/";
    private static final String CATEGORY = "report-category/";
    private static final int DEFAULT_ROWS = 50;
    private static final int MOST_ROWS = 5_000;

    private final SandboxOptions options;
    private final SandboxReports known;
    private final Map<Long, Limit> limits = new ConcurrentHashMap<>();
    private final Map<String, Query> queries = new ConcurrentHashMap<>();
    private volatile Redefinition redefinition = Redefinition.NONE;

    ReportApi(SandboxOptions options) {
        this.options = options;
        this.known = new SandboxReports(options.tenant());
    }

    /** An asynchronous query that nobody has deleted. */
    private record Query(Report report, ReportArguments arguments, ReportPage page, AtomicLong looks) {}

    SandboxReports known() {
        return known;
    }

    void redefine(Redefinition other) {
        redefinition = other;
    }

    int openQueries() {
        return queries.size();
    }

    /** What a request is. */
    record Call(String method, String path, HttpUrl url, String body, long number) {}

    MockResponse answer(World world, Call call, Twist twist) {
        String path = call.path.substring(ROOT.length());
        if (path.startsWith("data-queries/")) {
            return query(world, call, path.substring("data-queries/".length()), twist);
        }
        if (path.startsWith(CATEGORY)) {
            String[] parts = path.substring(CATEGORY.length()).split("/", 4);
            if (parts.length >= 2 && parts[1].equals("reports")) {
                return reports(world, call, parts, twist);
            }
        }
        if (path.equals("report-categories")) {
            return page(call.url, ReportCatalog.categories(), (out, category) -> {
                out.begin();
                out.name("id").value(category.id());
                out.name("name").value(category.name());
                out.end();
            });
        }
        if (path.startsWith("dynamic-value-sets/")) {
            return values(world, call.url, path.substring("dynamic-value-sets/".length()));
        }
        throw Refusal.notFound("Resource not found");
    }

    private MockResponse reports(World world, Call call, String[] parts, Twist twist) {
        ReportCatalog catalog = new ReportCatalog(world, known, options.disagreeing());
        if (parts.length == 2) {
            return page(call.url, catalog.of(parts[0]), (out, report) -> {
                out.begin();
                out.name("id").value(report.id());
                out.name("name").value(of(catalog, report).name(report.name()));
                out.name("description").nullValue();
                out.end();
            });
        }
        Report report = catalog.find(parts[0], parts[2]);
        if (parts.length == 3) {
            return definition(of(catalog, report), report, call.number);
        }
        if (!call.method.equals("POST") || !(parts[3].equals("data") || parts[3].equals("data/query"))) {
            throw Refusal.notFound("Resource not found");
        }
        return data(world, call, catalog, report, parts[3].equals("data/query"), twist);
    }

    private Redefinition of(ReportCatalog catalog, Report report) {
        return catalog.isOwners(report) ? redefinition : Redefinition.NONE;
    }

    private MockResponse data(
            World world, Call call, ReportCatalog catalog, Report report, boolean later, Twist twist) {
        ReportPage page = ReportPage.of(call.url);
        if (page.page() == 1 || options.reports().everyPageCounts()) {
            long wait = limits.computeIfAbsent(
                            report.id(), id -> new Limit(1, options.reports().between()))
                    .refuse(options.now());
            if (wait > 0) {
                return Answers.tooMany(wait, call.number);
            }
        }
        Redefinition current = of(catalog, report);
        ReportArguments arguments = ReportArguments.of(current.parameters(report.parameters()), call.body);
        if (later && options.reports().readyAfter() > 0) {
            String token = "query-" + Long.toHexString(Chance.draw(call.number, 81, 1));
            queries.put(token, new Query(report, arguments, page, new AtomicLong()));
            return pending("NotStarted", token);
        }
        return rows(world, report, arguments, page, current, call.number, twist);
    }

    private static MockResponse rows(
            World world,
            Report report,
            ReportArguments arguments,
            ReportPage page,
            Redefinition current,
            long number,
            Twist twist) {
        return Answers.json(
                200,
                page.write(
                        current.columns(report.columns(), number), report.rows().of(world, arguments), twist));
    }

    private static MockResponse pending(String status, String token) {
        return Answers.object(202, out -> {
            out.name("status").value(status);
            out.name("token").value(token);
        });
    }

    private MockResponse query(World world, Call call, String token, Twist twist) {
        Query query = queries.get(token);
        if (query == null) {
            throw Refusal.notFound("There is no such query");
        }
        if (call.method.equals("DELETE")) {
            queries.remove(token);
            return Answers.empty(204);
        }
        if (query.looks.incrementAndGet() <= options.reports().readyAfter()) {
            return pending("InProgress", token);
        }
        ReportCatalog catalog = new ReportCatalog(world, known, options.disagreeing());
        return rows(world, query.report, query.arguments, query.page, of(catalog, query.report), call.number, twist);
    }

    private static MockResponse definition(Redefinition current, Report report, long call) {
        return Answers.object(200, out -> {
            out.name("id").value(report.id());
            out.name("name").value(current.name(report.name()));
            out.name("description").value("A report of the owner's");
            out.name("modifiedOn").value("2025-10-13T13:13:02.9368539-07:00");
            out.name("parameters").beginArray();
            current.parameters(report.parameters()).forEach(parameter -> write(out, parameter));
            out.endArray();
            out.name("fields").beginArray();
            for (ReportColumn column : current.columns(report.columns(), call)) {
                out.begin();
                out.name("name").value(column.name());
                out.name("label").value(column.label());
                out.name("dataType").value(column.type().word());
                out.end();
            }
            out.endArray();
        });
    }

    private static void write(JsonBytes out, ReportParameter parameter) {
        out.begin();
        out.name("name").value(parameter.name());
        out.name("label").value(parameter.label());
        out.name("dataType").value(parameter.dataType());
        out.name("isArray").value(parameter.array());
        out.name("isRequired").value(parameter.required());
        out.name("acceptValues");
        if (parameter.valueSet() == null) {
            out.nullValue();
        } else {
            out.begin();
            valueFields(out);
            out.name("dynamicSetId").value(parameter.valueSet());
            out.name("values").nullValue();
            out.end();
        }
        out.end();
    }

    private static void valueFields(JsonBytes out) {
        out.name("fields").beginArray();
        for (String name : List.of("Value", "Name")) {
            out.begin();
            out.name("name").value(name);
            out.name("label").value(name);
            out.end();
        }
        out.endArray();
    }

    private static MockResponse values(World world, HttpUrl url, String id) {
        List<Value> values = ValueSets.of(world, id);
        if (values == null) {
            throw Refusal.notFound("There is no such dynamic value set");
        }
        ReportPage page = small(url);
        return Answers.object(200, out -> {
            page.envelope(out, values.size());
            valueFields(out);
            out.name("data").beginArray();
            for (Value value : part(values, page)) {
                out.beginArray().value(value.value()).value(value.name()).endArray();
            }
            out.endArray();
        });
    }

    private static <T> MockResponse page(HttpUrl url, List<T> all, BiConsumer<JsonBytes, T> write) {
        ReportPage page = small(url);
        return Answers.object(200, out -> {
            page.envelope(out, all.size());
            out.name("data").beginArray();
            part(all, page).forEach(each -> write.accept(out, each));
            out.endArray();
        });
    }

    /** These lists have fifty rows a page, unless more are asked for. */
    private static ReportPage small(HttpUrl url) {
        return new ReportPage(
                Question.paging(url, "page", 1, Integer.MAX_VALUE),
                Question.paging(url, "pageSize", DEFAULT_ROWS, MOST_ROWS),
                Question.includeTotal(url));
    }

    private static <T> List<T> part(List<T> all, ReportPage page) {
        int from = (int) Math.min(all.size(), (page.page() - 1L) * page.pageSize());
        return all.subList(from, Math.min(all.size(), from + page.pageSize()));
    }
}
