package io.fieldhouse.etl.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ':a', 'it''s :b', E'\\':c', \"x:d\"",
                "SELECT 1 -- :a 'quote\n, 2",
                "SELECT /* :a /* :b */ :c */ 1",
                "SELECT $$ :a $$, $tag$ :b $$ $tag$",
                "SELECT x::text, y [1:10], z ::bigint[]",
                "SELECT 'unclosed :a",
                "SELECT $$ unclosed :a",
                "SELECT 1 / 2 - 3 $ 4",
                "SELECT jsonb_path_query(details, '$.x[*] ? (@ > 1)')"
            })
    void placeholdersAreNotFoundInQuotesCommentsAndCasts(String sql) {
        assertThat(names(sql)).isEmpty();
        assertThat(Sql.Rendered.of(SqlText.of(sql), Map.of()).sql()).isEqualTo(sql);
    }

    @Test
    void placeholdersAreFoundWhereverTheyStand() {
        assertThat(names(":a+:b_1::text FROM t WHERE x=:a AND y = ANY (:list::bigint[]) -- :no\n AND z=:c"))
                .containsExactly("a", "b_1", "a", "list", "c");
    }

    @Test
    void valuesAreBoundInTheOrderOfTheirPlaces() {
        Sql.Rendered rendered =
                Sql.Rendered.of(SqlText.of("SELECT :b, :a, :b"), Map.of("a", 1, "b", "two", "unused", 3));
        assertThat(rendered.sql()).isEqualTo("SELECT ?, ?, ?");
        assertThat(rendered.values()).isEqualTo(Arrays.asList("two", 1, "two"));
    }

    @Test
    void anOperatorIsNoPlaceForTheDriver() {
        assertThat(Sql.Rendered.of(
                                SqlText.of("SELECT details ? 'a', details ?| :keys, '?'"), Map.of("keys", List.of("b")))
                        .sql())
                .isEqualTo("SELECT details ?? 'a', details ??| ?, '?'");
    }

    @Test
    void aTextIsPutInItsPlaceWithItsOwnValues() {
        Sql.Rendered rendered = Sql.Rendered.of(
                SqlText.of("SELECT count(*) FROM :staging s WHERE s.id = :id"),
                Map.of("staging", SqlText.of("(SELECT * FROM t WHERE day = :day)"), "id", 7L, "day", "today"));
        assertThat(rendered.sql()).isEqualTo("SELECT count(*) FROM (SELECT * FROM t WHERE day = ?) s WHERE s.id = ?");
        assertThat(rendered.values()).isEqualTo(List.of("today", 7L));
    }

    @Test
    void aValueThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Sql.Rendered.of(SqlText.of("SELECT :missing"), Map.of("there", 1)))
                .hasMessage("There is no value :missing, only [there]");
    }

    private static List<String> names(String sql) {
        List<String> names = new ArrayList<>();
        SqlText.of(sql).forEach(text -> {}, names::add);
        return names;
    }
}
