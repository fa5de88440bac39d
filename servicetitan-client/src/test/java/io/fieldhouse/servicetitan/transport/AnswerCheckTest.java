package io.fieldhouse.servicetitan.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.api.Query;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AnswerCheckTest {
    @Test
    @Timeout(value = 1, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void numberThatIsShortToWriteIsNotWrittenOut() {
        AnswerCheck check = new AnswerCheck(Query.all().equal("number", "1E999999999"), "");

        assertThat(check.brokenBy(Map.of("number", 5L), () -> ByteString.EMPTY)).isEqualTo("number");
    }

    @Test
    void numberIsTheSameHoweverItIsWritten() {
        assertThat(new AnswerCheck(Query.all().equal("number", "5.00"), "")
                        .brokenBy(Map.of("number", 5L), () -> ByteString.EMPTY))
                .isNull();
    }
}
