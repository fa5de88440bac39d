package io.fieldhouse.servicetitan.sandbox;

import java.util.List;

/**
 * What is offered or billed in one line.
 *
 * @param service by index
 * @param quarters how much of it, in quarters
 * @param price of one whole, in hundredths: always a multiple of four of them, so that every total is exact
 */
record Item(int number, int service, int quarters, long price) {
    private static final List<String> SERVICES = List.of(
            "Prep & Prime",
            "Exterior walls",
            "Interior walls",
            "Trim",
            "Cabinet doors",
            "Epoxy 8\" base",
            "Wash & seal");

    long total() {
        return price * quarters / 4;
    }

    long cost() {
        return price / 2;
    }

    long totalCost() {
        return cost() * quarters / 4;
    }

    String name() {
        return SERVICES.get(service);
    }

    String code() {
        return "SVC-" + (100 + service);
    }

    /** As the vendor sends some decimals: with all the digits that it keeps. */
    String quantity() {
        String whole = quarters / 4 + "." + new String[] {"00", "25", "50", "75"}[quarters % 4];
        return number % 3 == 1 ? whole + "00000000000000000" : whole;
    }

    /** Of what an estimate of that rank of offers costs, drawn: one to three lines. */
    static List<Item> drawn(long drawn, boolean commercial) {
        int lines = 1 + Chance.upTo(3, drawn, 1);
        Item[] items = new Item[lines];
        for (int i = 0; i < lines; i++) {
            long price = (commercial ? 900_00 : 240_00) + 4L * Chance.upTo(commercial ? 400_000 : 30_000, drawn, 2 + i);
            items[i] = new Item(i, Chance.upTo(SERVICES.size(), drawn, 5 + i), 4 + Chance.upTo(9, drawn, 4 + i), price);
        }
        return List.of(items);
    }

    static List<Item> single(int service, long price) {
        return List.of(new Item(0, service, 4, price));
    }

    static long sum(List<Item> items) {
        long sum = 0;
        for (int i = 0; i < items.size(); i++) {
            sum += items.get(i).total();
        }
        return sum;
    }
}
