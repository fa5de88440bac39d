package io.fieldhouse.etl;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.LoadException.Kind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(forGood)
                .hasNoCause()
                .hasMessage("Staging clients failed: the database says 42501 (the login lacks a right;"
                        + " docs/warehouse.md says which role has it).");
    }

    @ParameterizedTest
    @CsvSource({
        "25P03, TRANSIENT, the transaction waited too long",
        "25P04, TRANSIENT, Try again later",
        "25006, TRANSIENT, it takes no changes now",
        "53100, TRANSIENT, its disk is full",
        "53300, TRANSIENT, it has no connection left",
        "40001, TRANSIENT, Try again later",
        "22023, PERMANENT, invalid value",
        "23505, PERMANENT, a row breaks a rule",
        "42P01, PERMANENT, different layout than this program: run fieldhouse migrate",
        "42703, PERMANENT, different layout than this program: run fieldhouse migrate",
        "25001, PERMANENT, the database says 25001."
    })
    void whatPassesByItselfCanBeTriedAgainAndTheRestSaysWhatIsWrong(String state, Kind kind, String said) {
        LoadException failure = LoadException.of("Staging clients", new SQLException("somebody's name", state));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining(said);
    }
}
