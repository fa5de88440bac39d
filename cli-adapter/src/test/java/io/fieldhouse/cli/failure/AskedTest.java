package io.fieldhouse.cli.failure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.Refusal;
import org.junit.jupiter.api.Test;

class AskedTest {
    @Test
    void whatTheCoreRefusesOfWhatWasTypedIsARefusal() {
        assertThatThrownBy(() -> Asked.of(() -> {
                    throw new IllegalArgumentException("No period is called 2025-P99.");
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage("No period is called 2025-P99.");
    }

    @Test
    void numberThatTheProgramMisreadsIsNone() {
        assertThatThrownBy(() -> Asked.of(() -> Integer.valueOf("x"))).isInstanceOf(NumberFormatException.class);
    }
}
