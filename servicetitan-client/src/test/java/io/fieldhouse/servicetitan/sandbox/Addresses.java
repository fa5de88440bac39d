package io.fieldhouse.servicetitan.sandbox;

import java.util.List;

/** Invented addresses in the owner's regions. */
final class Addresses {
    private static final List<String> CITY =
            List.of("Phoenix", "Tucson", "Albuquerque", "Phoenix", "Dallas", "Las Vegas", "Peoria", "Flagstaff");
    private static final List<String> STATE = List.of("AZ", "AZ", "NM", "AZ", "TX", "NV", "AZ", "AZ");

    private Addresses() {}

    static void write(JsonBytes out, long drawn, int region) {
        out.begin();
        out.name("street").value(Names.street(drawn));
        out.name("unit").nullValue();
        out.name("city").value(CITY.get(region));
        out.name("state").value(STATE.get(region));
        out.name("zip").value(String.valueOf(85_000 + Chance.upTo(999, drawn, 6)));
        out.name("country").value("USA");
        out.end();
    }
}
