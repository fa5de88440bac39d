package io.fieldhouse.tracktik.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    void apostropheOpensNoQuoteAndAQuoteWithoutAnEndHidesTheRest() {
        assertThat(said("User doesn't exist: 'John Doe'")).isEqualTo("User doesn't exist: '...'");
        assertThat(said("Duplicate entry 'John Doe" + "x".repeat(3000) + "' for key"))
                .isEqualTo("Duplicate entry '...'");
    }

    private static String said(String words) {
        return TrackTikException.of(Kind.SERVER, "GET", "/x")
                .vendorMessage(words)
                .build()
                .vendorMessage();
    }

    @Test
    void addressWithMoreThanAnAddressIsRefused() {
        for (String address : new String[] {
            "https://user:secret@example.com/rest/v1", "https://example.com/rest/v1/?a=b", "http://example.com/rest/v1/"
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TrackTikConfig.at(address, new Login.StaticToken("t")))
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void loginThatIsNotThereIsRefusedBeforeItIsSent() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Login.Password("id", "secret", "user", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Login.StaticToken("to-ken\n"))
                .withMessageNotContaining("to-ken");
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
