package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.jpm.Job;
import org.junit.jupiter.api.Test;

/** A byte order mark at the beginning of a response is not part of it. */
class ByteOrderMarkTest {
    private static final String JOB = "{\"id\":5,\"appointmentCount\":5000000000}";

    @Test
    void listIsRead() {
        try (ScriptedServer server =
                        answering("{\"page\":1,\"hasMore\":false,\"totalCount\":1,\"data\":[" + JOB + "]}");
                ServiceTitan client = server.connect()) {
            assertThat(client.jpm().jobs(Query.all()).list())
                    .extracting(Job::appointmentCount)
                    .containsExactly(5_000_000_000L);
        }
    }

    @Test
    void singleItemIsRead() {
        try (ScriptedServer server = answering(JOB);
                ServiceTitan client = server.connect()) {
            assertThat(client.jpm().job(5).id()).isEqualTo(5);
        }
    }

    @Test
    void feedAndTokenAreRead() {
        try (ScriptedServer server = answering("{\"hasMore\":false,\"continueFrom\":\"t\",\"data\":[" + JOB + "]}")
                        .withTokens(number -> json("\uFEFF{\"access_token\":\"one\",\"expires_in\":900}"));
                ServiceTitan client = server.connect()) {
            assertThat(client.jpm().exportJobs(From.beginning()).list()).hasSize(1);
        }
    }

    private static ScriptedServer answering(String body) {
        return ScriptedServer.answering(request -> json("\uFEFF" + body));
    }
}
