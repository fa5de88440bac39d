package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.accounting.Invoice;
import io.fieldhouse.servicetitan.accounting.InvoiceItem;
import io.fieldhouse.servicetitan.accounting.Payment;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.jpm.JobType;
import io.fieldhouse.servicetitan.payroll.GrossPayItem;
import io.fieldhouse.servicetitan.sales.Estimate;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** Records as ServiceTitan writes them. */
class VendorFieldsTest {
    @Test
    void invoiceNamesItsJobAndHasItsMoneyAsText() {
        Invoice invoice = first("""
                {"id":64186094,"syncStatus":"Exported","referenceNumber":"64186094","invoiceDate":"2026-01-02T00:00:00Z",
                "dueDate":null,"subTotal":"95.00","salesTax":"0.00","total":"95.00","balance":"-0.10",
                "discountTotal":"0","customer":{"id":5,"name":"Invented"},"businessUnit":{"id":101,"name":"Tucson-Sales"},
                "job":{"id":64186091,"number":"64186091","type":"Estimate"},"projectId":null,"batch":{},
                "royalty":{"status":"Pending","date":"2026-01-02T00:00:00Z","sentOn":null,"memo":null},
                "commissionEligibilityDate":"soon","active":true,"invoiceConfiguration":"JobInvoice",
                "modifiedOn":"2026-01-02T16:28:55.8446003Z","items":[{"id":1,"skuId":2,"skuName":"E","type":"Service",
                "quantity":"1.0000000000000000000","cost":"0.0000000000","total":"95.00","memberPrice":"90.00",
                "generalLedgerAccount":{"id":9,"name":"Sales","number":"4000","type":"Income","detailType":"Income"},
                "itemGroup":{"rootId":3,"name":"Inside"},"order":1,"taxable":false,"serviceDate":"2026-01-02T00:00:00Z"}]}
                """, client -> client.accounting().invoices(Query.all()));

        assertThat(invoice.job()).isEqualTo(new Invoice.InvoicedJob(64186091L, "64186091", "Estimate"));
        assertThat(invoice.businessUnit()).isEqualTo(new Named(101L, "Tucson-Sales"));
        assertThat(invoice.total()).isEqualTo(new BigDecimal("95.00"));
        assertThat(invoice.balance()).isEqualTo(new BigDecimal("-0.10"));
        assertThat(invoice.invoiceDate()).isEqualTo("2026-01-02");
        assertThat(invoice.dueDate()).isNull();
        assertThat(invoice.modifiedOn()).isEqualTo("2026-01-02T16:28:55.844600Z");
        InvoiceItem item = Objects.requireNonNull(invoice.items()).get(0);
        assertThat(item.quantity()).isEqualByComparingTo("1");
        assertThat(item.memberPrice()).isEqualByComparingTo("90");
        assertThat(item.serviceDate()).isEqualTo("2026-01-02");
        assertThat(Objects.requireNonNull(item.generalLedgerAccount()).type()).isEqualTo("Income");
    }

    @Test
    void paymentReachesInvoicesBySplits() {
        Payment payment = first("""
                {"id":66957290,"date":"2026-01-02T00:00:00Z","total":"100.00","unappliedAmount":"5.00","typeId":"12",
                "type":"Check","deposit":{"id":4},"appliedTo":[{"appliedId":66957293,"appliedTo":64186094,
                "appliedAmount":"95.00","appliedOn":"2026-01-03T00:00:00Z","appliedBy":"x",
                "appliedToReferenceNumber":null}],"active":true}
                """, client -> client.accounting().payments(Query.all()));

        assertThat(payment.date()).isEqualTo("2026-01-02");
        assertThat(payment.unappliedAmount()).isEqualByComparingTo("5");
        assertThat(payment.appliedTo()).singleElement().satisfies(split -> {
            assertThat(split.appliedTo()).isEqualTo(64186094L);
            assertThat(split.appliedId()).isEqualTo(66957293L);
            assertThat(split.appliedAmount()).isEqualTo(new BigDecimal("95.00"));
        });
    }

    @Test
    void estimateSaysWhetherItIsSold() {
        Estimate estimate = first("""
                {"id":3,"jobId":1,"status":{"value":1,"name":"Sold"},"subtotal":1250.5,"tax":0,"soldOn":"2026-01-02T07:00:00Z",
                "soldBy":44,"items":[{"id":8,"sku":{"id":2,"name":"E","displayName":"Exterior","type":"Service",
                "soldHours":1.5},"qty":2,"unitRate":10.25,"total":20.50,"unitCost":0.0,"chargeable":null}],
                "externalLinks":[{"name":"Plan","url":"https://example.com/"}],"isChangeOrder":false}
                """, client -> client.sales().estimates(Query.all()));

        assertThat(estimate.status()).isEqualTo(new Estimate.Status(1, "Sold"));
        assertThat(estimate.subtotal()).isEqualTo(new BigDecimal("1250.5"));
        assertThat(estimate.items()).singleElement().satisfies(item -> {
            assertThat(item.total()).isEqualByComparingTo("20.5");
            assertThat(Objects.requireNonNull(item.sku()).displayName()).isEqualTo("Exterior");
        });
    }

    @Test
    void classOfAJobTypeIsAmongItsFields() {
        JobType type = first(
                "{\"id\":1,\"name\":\"Estimate\",\"class\":\"Sales\",\"soldThreshold\":0.01,\"duration\":3600}",
                client -> client.jpm().jobTypes(Query.all()));

        assertThat(type.jobClass()).isEqualTo("Sales");
        assertThat(type.soldThreshold()).isEqualByComparingTo("0.01");
        assertThat(type.duration()).isEqualTo(3600);
    }

    @Test
    void payItemsMayHaveNoId() {
        List<GrossPayItem> items = read(
                List.of(
                        "{\"id\":null,\"employeeId\":5,\"amount\":10.5,\"date\":\"2026-01-02T00:00:00Z\"}",
                        "{\"employeeId\":6,\"amount\":\"11.5\",\"amountAdjustment\":null}",
                        "{\"id\":9,\"employeeId\":5}"),
                client -> client.payroll().grossPayItems(Query.all()));

        assertThat(items).extracting(GrossPayItem::id).containsExactly(null, null, 9L);
        assertThat(items.get(0).date()).isEqualTo("2026-01-02");
        assertThat(items.get(1).amount()).isEqualByComparingTo("11.5");
    }

    private static <T> T first(String item, Function<ServiceTitan, Iterable<T>> asking) {
        return read(List.of(item), asking).get(0);
    }

    private static <T> List<T> read(List<String> items, Function<ServiceTitan, Iterable<T>> asking) {
        try (ScriptedServer server = ScriptedServer.answering(request -> page(request.getUrl(), items));
                ServiceTitan client = server.connect()) {
            return StreamSupport.stream(asking.apply(client).spliterator(), false)
                    .toList();
        }
    }

    private static MockResponse page(HttpUrl url, List<String> items) {
        return ScriptedServer.pageOf(url, items);
    }
}
