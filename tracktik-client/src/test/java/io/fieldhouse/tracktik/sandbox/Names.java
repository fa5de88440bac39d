package io.fieldhouse.tracktik.sandbox;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    private static final List<String> PLACE = List.of(
            "Mercy Hospital",
            "Bay View Clinic",
            "Lakeside Pharmacy",
            "St. Anne's",
            "Harbor Tower",
            "Café & Annex",
            "North Garage",
            "Research Park",
            "Surgery Center",
            "Old Mill \"B\"");
    private static final List<String> STREET = List.of("Maple St", "2nd Ave", "Ocean Blvd", "Ridge Rd", "King's Way");
    private static final List<String> POST =
            List.of("Front Desk", "Patrol", "Emergency Entrance", "Loading Dock", "Night Watch", "Parking", "Rover");
    private static final List<String> SITE_TAGS = List.of("Hospital", "Overnight", "Parking");
    private static final List<String> GUARD_TAGS = List.of("Armed", "Bilingual", "Driver");

    private Names() {}

    static String first(long drawn) {
        return pick(FIRST, drawn, 1);
    }

    static String last(long drawn) {
        return pick(LAST, drawn, 3);
    }

    static String place(long drawn) {
        return pick(PLACE, drawn, 1);
    }

    static String street(long drawn) {
        return (100 + Chance.upTo(8900, drawn, 4)) + " " + pick(STREET, drawn, 5);
    }

    static String post(long drawn) {
        return pick(POST, drawn, 2);
    }

    static String siteTags(long drawn) {
        return some(SITE_TAGS, drawn);
    }

    static String guardTags(long drawn) {
        return some(GUARD_TAGS, drawn);
    }

    /** Any of them, all or none, with commas between. */
    private static String some(List<String> from, long drawn) {
        return IntStream.range(0, from.size())
                .filter(each -> Chance.upTo(2, drawn, 4 + each) == 0)
                .mapToObj(from::get)
                .collect(Collectors.joining(","));
    }

    private static String pick(List<String> from, long drawn, int salt) {
        return from.get(Chance.upTo(from.size(), drawn, salt));
    }
}
