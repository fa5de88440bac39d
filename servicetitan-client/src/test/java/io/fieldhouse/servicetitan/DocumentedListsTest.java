package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.Surface.Endpoint;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list declares the parameters that ServiceTitan documents for it, and no others. */
class DocumentedListsTest {
    private static final Path LISTS = Path.of("src/test/resources/io/fieldhouse/servicetitan/sandbox/lists.tsv");
    /** Parameters that are not filters. */
    private static final Set<String> ORDERS = Set.of("sort", "orderBy", "orderByDirection");
    /** These can sort by id, but their items have no id, or one that is text. */
    private static final Set<String> WITHOUT_NUMBERS = Set.of(
            "payroll/v2/gross-pay-items",
            "payroll/v2/locations/rates",
            "accounting/v2/journal-entries",
            "crm/v2/contacts");

    private static final Map<String, Set<String>> PARAMETERS = parameters();

    static Stream<Endpoint> lists() {
        return Endpoint.all().filter(Endpoint::isList);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listDeclaresTheDocumentedParameters(Endpoint list) {
        Set<String> documented = Objects.requireNonNull(PARAMETERS.get(list.path()));
        Listing listing = Objects.requireNonNull(list.method().getAnnotation(Listing.class));
        Set<String> filters = new HashSet<>(documented);
        filters.removeAll(ORDERS);

        assertThat(List.of(listing.filters().strip().split("\\s+"))).containsExactlyInAnyOrderElementsOf(filters);
        assertThat(listing.inactive()).isEqualTo(inactive(documented));
        assertThat(listing.sorted()).isEqualTo(documented.contains("sort") && !WITHOUT_NUMBERS.contains(list.path()));
    }

    private static Inactive inactive(Set<String> documented) {
        if (documented.contains("activeState")) {
            return Inactive.ACTIVE_STATE_ALL;
        }
        if (documented.contains("includeInactive")) {
            return Inactive.INCLUDE_INACTIVE;
        }
        if (documented.contains("activeOnly")) {
            return Inactive.NOT_ACTIVE_ONLY;
        }
        return documented.contains("active") ? Inactive.ACTIVE_ANY : Inactive.ALWAYS_SHOWN;
    }

    private static Map<String, Set<String>> parameters() {
        try (Stream<String> lines = Files.lines(LISTS)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(row -> row[0], row -> Set.of(row[1].split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
