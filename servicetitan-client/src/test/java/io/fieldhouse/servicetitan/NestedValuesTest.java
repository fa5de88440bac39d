package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.accounting.Invoice;
import io.fieldhouse.servicetitan.accounting.InvoiceItem;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.crm.Customer;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is odd inside an item does not take the whole item with it. */
class NestedValuesTest {
    private static final String VALUES =
            "[{\"value\":\"text\"},{\"value\":7},{\"value\":true},{\"value\":[\"a\",{\"b\":1}]},{\"value\":null}]";
    private static final List<Object> EXPECTED = Arrays.asList("text", 7L, true, List.of("a", Map.of("b", 1L)), null);

    @Test
    void invoiceIsReadWhateverItsLinesAndFieldsAre() {
        try (ScriptedServer server =
                        serving("{\"id\":7,\"items\":[{\"id\":null,\"total\":5},{\"total\":6}],\"customFields\":"
                                + VALUES + "}");
                ServiceTitan client = server.connect()) {
            Invoice invoice = client.accounting().invoices(Query.all()).list().get(0);

            assertThat(invoice.items()).extracting(InvoiceItem::id).containsExactly(null, null);
            assertThat(invoice.customFields()).extracting(CustomField::value).containsExactlyElementsOf(EXPECTED);
            assertThat(invoice.customFields()).extracting(Object::toString).containsOnly("CustomField[***]");
        }
    }

    @Test
    void customerIsReadWhateverIsAttached() {
        try (ScriptedServer server = serving("{\"id\":7,\"externalData\":" + VALUES + "}");
                ServiceTitan client = server.connect()) {
            Customer customer = client.crm().customers(Query.all()).list().get(0);

            assertThat(customer.externalData()).extracting(ExternalData::value).containsExactlyElementsOf(EXPECTED);
        }
    }

    private static ScriptedServer serving(String item) {
        return ScriptedServer.answering(request -> ScriptedServer.pageOf(request.getUrl(), List.of(item)));
    }
}
