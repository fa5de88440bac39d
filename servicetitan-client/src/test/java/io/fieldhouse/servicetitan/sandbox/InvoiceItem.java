package io.fieldhouse.servicetitan.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of an invoice. */
record InvoiceItem(Invoice invoice, Item item) {
    /** How many there may be. */
    static final int IN_INVOICE = 8;

    static @Nullable InvoiceItem at(World world, long index) {
        Invoice invoice = world.invoice(index / IN_INVOICE);
        List<Item> items = invoice.items();
        int number = (int) (index % IN_INVOICE);
        return number < items.size() ? new InvoiceItem(invoice, items.get(number)) : null;
    }

    long id() {
        return invoice.itemId(item);
    }
}
