package io.fieldhouse.tracktik.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import org.junit.jupiter.api.Test;

class TrackTikExceptionTest {
    @Test
    void saysWhatWasAttemptedWhatHappenedAndWhatFollows() {
        TrackTikException failure = TrackTikException.of(Kind.BAD_REQUEST, "GET", "/rest/v1/employees")
                .status(400)
                .vendorMessage("page is not a field in employees")
                .explanation("Correct the query")
                .build()
                .after(3);

        assertThat(failure)
                .hasMessage("GET /rest/v1/employees: BAD_REQUEST, status 400, after 3 attempts. Correct the query."
                        + " TrackTik says: page is not a field in employees");
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.isTransient()).isFalse();
    }

    @Test
    void hidesWhatCouldBeSomebodys() {
        String said = TrackTikException.of(Kind.SERVER, "GET", "/x")
                .vendorMessage(
                        "Employee 'Jane Doe' <jane.doe@example.com>, phone +1 (555) 010-9999, \"secret\" is\n\nbad")
                .build()
                .vendorMessage();

        assertThat(said).isEqualTo("Employee '...' <...>, phone ..., '...' is bad");
    }

    @Test
    void isShortHoweverMuchTheVendorSays() {
        String said = TrackTikException.of(Kind.SERVER, "GET", "/x")
                .vendorMessage("word ".repeat(100_000))
                .build()
                .vendorMessage();

        assertThat(said).hasSize(500).endsWith("...");
    }

    @Test
    void loginShowsNoSecret() {
        assertThat(new Login.Password("id", "client-secret", "user", "pass-word").toString())
                .doesNotContain("secret", "user", "pass-word");
        assertThat(TrackTikConfig.at("https://example.com/rest/v1", new Login.StaticToken("to-ken"))
                        .toString())
                .doesNotContain("to-ken");
    }
}
