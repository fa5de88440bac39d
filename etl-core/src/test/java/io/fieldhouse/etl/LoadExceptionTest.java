package io.fieldhouse.etl;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.LoadException.Kind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LoadExceptionTest {
    @Test
    void interruptedWaitForAConnectionIsNoFailureOfTheDatabase() {
        LoadException failure = LoadException.of(
                "Opening the ledger",
                new SQLException("Interrupted during connection acquisition", new InterruptedException()));

        assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(failure).hasMessage("Opening the ledger was interrupted: the same command goes on from there.");
    }

    @Test
    void theDatabasesOwnWordsAreNotRepeated() {
        LoadException passing = LoadException.of("Staging clients", new SQLException("somebody's name", "08006"));
        LoadException forGood = LoadException.of("Staging clients", new SQLException("somebody's name", "42501"));

        assertThat(passing.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(forGood.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(passing)
                .hasNoCause()
                .hasMessage("Staging clients failed: the database says 08006. Try again later.");
        assertThat(forGood).hasNoCause().hasMessage("Staging clients failed: the database says 42501.");
    }
}
