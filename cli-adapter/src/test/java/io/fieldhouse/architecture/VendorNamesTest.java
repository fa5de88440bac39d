package io.fieldhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "String sql = \"SELECT * FROM tracktik.fact_shifts\";",
                "/* a \" */ String quote = \"\\\"\", source = \"servicetitan\";",
                "char quote = '\"'; String table = \"st_raw_v2.\" + name;",
                "String sql = \"\"\"\n  SELECT \"a\" FROM st_mart.jobs\n  \"\"\";"
            })
    void literalOfJavaIsFound(String code) {
        assertThat(VendorNames.in("Code.java", code)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- name: find\nSELECT * FROM tracktik.fact_shifts",
                "/* it's */ SELECT 1 WHERE source = 'servicetitan'",
                "SELECT 1 - 2 / 3, '--' FROM \"st_dim\".jobs"
            })
    void sqlIsFound(String sql) {
        assertThat(VendorNames.in("Code.sql", sql)).hasSize(1);
    }

    @Test
    void commentsAndExamplesAreNot() {
        assertThat(VendorNames.in("Code.java", "// \"tracktik\"\n/** \"st_raw\" */ String a = \"//\"; // 'tracktik'"))
                .isEmpty();
        assertThat(VendorNames.in("Code.sql", "\\set staging 'tracktik.x'\n-- tracktik\nSELECT 1 /* 'st_mart' */"))
                .isEmpty();
    }
}
