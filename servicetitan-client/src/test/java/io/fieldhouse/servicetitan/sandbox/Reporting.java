package io.fieldhouse.servicetitan.sandbox;

import static io.fieldhouse.servicetitan.sandbox.Asking.list;
import static io.fieldhouse.servicetitan.sandbox.Asking.map;
import static io.fieldhouse.servicetitan.sandbox.Asking.string;

import io.fieldhouse.servicetitan.sandbox.Asking.Answer;
import io.fieldhouse.servicetitan.sandbox.SandboxReports.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a sandbox for reports, as a client that maps cells by the names of the very answer. */
final class Reporting {
    private Reporting() {}

    static String path(Ref report) {
        return "reporting/v2/report-category/" + report.category() + "/reports/" + report.id();
    }

    /** A body from names and values, the latter as JSON. */
    static String body(String... parameters) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.add("{\"name\":\"" + parameters[i] + "\",\"value\":" + parameters[i + 1] + "}");
        }
        return "{\"parameters\":[" + String.join(",", all) + "]}";
    }

    static String days(String first, String last, String... more) {
        List<String> all = new ArrayList<>(List.of("From", '"' + first + '"', "To", '"' + last + '"'));
        all.addAll(List.of(more));
        return body(all.toArray(String[]::new));
    }

    static Answer data(Asking ask, Ref report, String body) {
        return ask.post(path(report) + "/data", body, "pageSize", "25000");
    }

    /** All rows, by the names of the answer. */
    static List<Map<String, @Nullable Object>> rows(Asking ask, Ref report, String body) {
        return rows(data(ask, report, body));
    }

    static List<Map<String, @Nullable Object>> rows(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        List<String> names = names(answer);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Object each : list(answer.body().get("data"))) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            List<?> cells = list(each);
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    static List<String> names(Answer answer) {
        return list(answer.body().get("fields")).stream()
                .map(field -> string(map(field).get("name")))
                .toList();
    }
}
