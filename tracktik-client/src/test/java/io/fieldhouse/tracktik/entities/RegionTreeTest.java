package io.fieldhouse.tracktik.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.tracktik.api.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTreeTest {
    private static final RegionTree TREE = RegionTree.of(List.of(
            region(17, "Kaiser", "KAISER", null),
            region(274, "Kaiser-NCA", "N California", 17L),
            region(275, "Kaiser-HI", "Hawaii", 17L),
            region(276, "1029", "Northwest", 17L),
            region(300, "", "Portland", 276L),
            region(1029, "Other", "Kaiser Steel Museum", null),
            region(400, "X", "Hawaii", 1029L),
            region(500, "Lost", "Orphan", 999L)));

    @Test
    void isFoundByIdCustomIdOrExactName() {
        assertThat(TREE.find("17").id()).isEqualTo(17);
        assertThat(TREE.find("Kaiser").id()).isEqualTo(17);
        assertThat(TREE.find("KAISER").id()).isEqualTo(17);
        assertThat(TREE.find(" Kaiser-HI ").id()).isEqualTo(275);
        assertThat(TREE.find("N California").id()).isEqualTo(274);
    }

    @Test
    void numberThatIsAnIdAndACustomIdIsNotGuessed() {
        assertThatThrownBy(() -> TREE.find("1029"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("1029, 276");
    }

    @Test
    void nameThatTwoShareIsNotGuessed() {
        assertThatThrownBy(() -> TREE.find("Hawaii")).hasMessageContaining("275, 400");
    }

    @Test
    void missingRegionNamesTheNearest() {
        assertThatThrownBy(() -> TREE.find("Kiaser"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("No region has the id, custom id or name 'Kiaser'. The nearest are KAISER, Kaiser.");
        assertThatThrownBy(() -> TREE.find("Atlantis"))
                .hasMessage("No region has the id, custom id or name 'Atlantis'.");
    }

    @Test
    void belongingGoesByParentsAtAnyDepthAndNeverByNames() {
        assertThat(TREE.descendantsOf(TREE.find("KAISER")).stream().map(Region::id))
                .containsExactly(274L, 275L, 276L, 300L);
        assertThat(TREE.descendantsOf(TREE.find("Portland"))).isEmpty();
        assertThat(TREE.partsOf(TREE.find("KAISER"))).isEqualTo(TREE.descendantsOf(TREE.find("KAISER")));
        assertThat(TREE.partsOf(TREE.find("Portland"))).containsExactly(TREE.find("Portland"));
    }

    @Test
    void regionWhoseParentIsUnknownIsARoot() {
        assertThat(TREE.toString()).contains("\nOrphan (id 500, Lost)\n");
    }

    @Test
    void isDrawn() {
        assertThat(TREE.toString()).startsWith("""
                        KAISER (id 17, Kaiser)
                        |- N California (id 274, Kaiser-NCA)
                        |- Hawaii (id 275, Kaiser-HI)
                        `- Northwest (id 276, 1029)
                           `- Portland (id 300)
                        """);
    }

    @Test
    void parentsThatGoInCirclesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionTree.of(
                        List.of(region(1, "a", "a", 2L), region(2, "b", "b", 1L), region(3, "c", "c", null))))
                .withMessageContaining("[1, 2]");
        assertThatIllegalArgumentException().isThrownBy(() -> RegionTree.of(List.of(region(1, "a", "a", 1L))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void descendantsAreWhoeverHasTheRegionAmongItsParents(long seed) {
        Random random = new Random(seed);
        List<Region> regions = new ArrayList<>();
        long[] parents = new long[60];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i == 0 || random.nextInt(10) == 0 ? -1 : random.nextInt(i);
            regions.add(region(i, "c" + i, "n" + i, parents[i] < 0 ? null : parents[i]));
        }
        RegionTree tree = RegionTree.of(regions);
        for (int i = 0; i < parents.length; i++) {
            TreeSet<Long> expected = new TreeSet<>();
            for (int j = 0; j < parents.length; j++) {
                for (long up = parents[j]; up >= 0; up = parents[(int) up]) {
                    if (up == i) {
                        expected.add((long) j);
                    }
                }
            }
            assertThat(tree.descendantsOf(regions.get(i)).stream().map(Region::id))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** A region of which only these are known. */
    static Region region(long id, String customId, String name, @Nullable Long parent) {
        var components = Region.class.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = switch (components[i].getName()) {
                case "id" -> id;
                case "customId" -> customId;
                case "name" -> name;
                case "parentRegion" -> parent == null ? null : Ref.to(parent);
                default -> null;
            };
        }
        try {
            return Region.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A record has no constructor of its components", e);
        }
    }
}
