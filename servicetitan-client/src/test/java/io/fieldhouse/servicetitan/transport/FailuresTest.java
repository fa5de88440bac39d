package io.fieldhouse.servicetitan.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void tokenOfAQueuedReportIsNotShown() {
        String queries = "/reporting/v2/tenant/77/data-queries";

        assertThat(failureOf(queries + "/tok-secret").path()).isEqualTo(queries + "/***");
        assertThat(failureOf(queries + "/tok-secret")).hasMessageNotContaining("secret");
        assertThat(failureOf(queries).path()).isEqualTo(queries);
    }

    private static ServiceTitanException failureOf(String path) {
        Request request =
                new Request.Builder().url("https://api.example.test" + path).build();
        return Failures.about(Kind.SERVER, request).build();
    }
}
