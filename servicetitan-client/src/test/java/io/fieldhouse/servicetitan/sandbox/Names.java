package io.fieldhouse.servicetitan.sandbox;

import java.util.List;

/** Invented names, with what trips software up: apostrophes, accents, other scripts, an emoji. */
final class Names {
    private static final List<String> FIRST = List.of(
            "Aaliyah", "Björn", "Carmen", "Dmitri", "Éloïse", "Fatima", "Guðrún", "Hiroshi", "Ifeoma", "João", "Kalani",
            "Łucja", "Mateo", "Nia", "Ólafur", "Priya", "Quentin", "Renée", "Siobhán", "Tomás", "さくら", "Νίκος", "محمد");
    private static final List<String> LAST = List.of(
            "O'Brien",
            "D'Angelo",
            "Núñez",
            "Kealoha",
            "Müller",
            "Nguyễn",
            "Smith-Jones",
            "St. John",
            "Okafor",
            "Żak",
            "van der Berg",
            "Garcia",
            "Brown",
            "Ærø",
            "田中",
            "Παππάς",
            "Johnson",
            "Lee",
            "Ivanov 🦉");
    private static final List<String> COMPANY = List.of(
            "Saguaro Plaza", "St. Anne's", "Café & Annex", "Copper State Storage", "Old Mill \"B\"", "Mesa HOA");
    private static final List<String> STREET = List.of("Maple St", "2nd Ave", "Ocotillo Rd", "Ridge Rd", "King's Way");

    private Names() {}

    static String first(long drawn) {
        return pick(FIRST, drawn, 1);
    }

    static String last(long drawn) {
        return pick(LAST, drawn, 3);
    }

    static String street(long drawn) {
        return (100 + Chance.upTo(8900, drawn, 4)) + " " + pick(STREET, drawn, 5);
    }

    static boolean isCompany(long customer) {
        return customer % 11 == 3 && !isTest(customer);
    }

    /** Somebody who tried whether it works. */
    static boolean isTest(long customer) {
        return customer % 97 == 41;
    }

    /** What a customer is called since the latest change. */
    static String customer(World world, long customer) {
        long drawn = world.draw(24, customer);
        String name = isTest(customer)
                ? "Test Customer " + customer
                : isCompany(customer) ? pick(COMPANY, drawn, 2) + " #" + customer : first(drawn) + " " + last(drawn);
        return world.changes().has(Effect.CUSTOMER_RENAMED, customer) ? name + " Jr." : name;
    }

    private static String pick(List<String> from, long drawn, int salt) {
        return from.get(Chance.upTo(from.size(), drawn, salt));
    }
}
