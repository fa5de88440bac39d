package io.fieldhouse.servicetitan.sandbox;

import java.util.List;
import java.util.stream.IntStream;

/** The owner's business units and job types, and what else there is little of. */
final class Reference {
    /** Of these, a region is two neighbours: who sells, and who produces. The last two are in no region of the owner's. */
    static final List<String> BUSINESS_UNITS = List.of(
            "Phoenix-Sales",
            "Phoenix-Production",
            "Tucson-Sales",
            "Tucson-Production",
            "Andy's Painting-Sales",
            "Andy's Painting-Production",
            "Commercial-AZ-Sales",
            "Commercial-AZ-Production",
            "Guaranteed Painting-Sales",
            "Guaranteed Painting-Production",
            "Nevada-Sales",
            "Nevada-Production",
            "Z-DO NOT USE - West - Sales",
            "Z-DO NOT USE - West- Production",
            "Flagstaff-Sales",
            "Flagstaff-Production");

    static final int REGIONS = BUSINESS_UNITS.size() / 2;
    static final int COMMERCIAL = 3;
    static final int RETIRED = 6;
    static final int UNCLAIMED = 7;

    /** Of a hundred enquiries, how many each region has. */
    private static final int[] SHARES = {36, 16, 13, 11, 10, 8, 4, 2};

    static final List<String> ESTIMATE_TYPES = List.of(
            "ESTIMATE-COMM-EXT",
            "ESTIMATE-COMM-EXT/INT",
            "ESTIMATE-COMM-INT",
            "ESTIMATE-COMM-PLANBID",
            "ESTIMATE-COMM-Striping",
            "ESTIMATE- WINDOW WASHING",
            "Estimate",
            "Cabinets",
            "Estimate- Exterior PLUS Int Cabinets",
            "Estimate- Interior PLUS Cabinets",
            "ESTIMATE -RES-EXT-PRE 1960",
            "ESTIMATE -RES-INT/EXT-PRE 1960",
            "ESTIMATE-FLOOR COATING-EPOXY",
            "ESTIMATE-FLOOR COATING-H&C Coatings",
            "ESTIMATE-POPCORN",
            "ESTIMATE-RES-EXT",
            "ESTIMATE-RES-EXT/INT",
            "ESTIMATE-RES-HOA",
            "ESTIMATE-RES-INT",
            "Estimate-RES-INT/EXT Plus Cabinets");

    private static final int COMMERCIAL_TYPES = 5;

    static final List<String> PRODUCTION_TYPES = List.of(
            "RES-Exterior Repaint", "RES-Interior Repaint", "Cabinet Refinish", "Floor Coating", "COMM-Repaint");
    static final List<String> WARRANTY_TYPES = List.of("Warranty", "Touchup");
    static final List<String> SERVICE_TYPES = List.of("PM Inspection", "Safety Inspection", "Window/Solar Washing");

    private static final int FIRST_PRODUCTION = ESTIMATE_TYPES.size();
    private static final int FIRST_WARRANTY = FIRST_PRODUCTION + PRODUCTION_TYPES.size();
    private static final int FIRST_SERVICE = FIRST_WARRANTY + WARRANTY_TYPES.size();

    /** In the order of their ids; the last one is no longer used. */
    static final List<String> JOB_TYPES = IntStream.range(0, 5)
            .mapToObj(group -> List.of(
                            ESTIMATE_TYPES, PRODUCTION_TYPES, WARRANTY_TYPES, SERVICE_TYPES, List.of("Wallpaper (old)"))
                    .get(group))
            .flatMap(List::stream)
            .toList();

    static final List<String> CAMPAIGNS = List.of(
            "Google Ads - Phoenix",
            "Yard Signs",
            "Referral",
            "Radio \"Morning Paint\"",
            "Home Show",
            "Website",
            "Door Hangers",
            "Andy's Mailer",
            "Repeat Customer",
            "Facebook",
            "TV (old)",
            "Unknown");

    static final List<String> PAYMENT_TYPES = List.of(
            "Check",
            "Credit Card",
            "Cash",
            "Financing",
            "ACH",
            "Imported Default Credit Card",
            "Refund (check)",
            "Barter");

    static final List<String> TAG_TYPES =
            List.of("HOA", "Gate code", "Dog", "Pre-1960", "VIP", "Do not call", "Night work", "Old tag");

    /** In each region: who estimates, then who paints. */
    static final int ESTIMATORS = 3;

    static final int TEAM = 7;
    static final int TECHNICIANS = TEAM * REGIONS;
    static final int EMPLOYEES = 10;

    private Reference() {}

    static int region(int ofHundred) {
        int region = 0;
        for (int left = ofHundred; left >= SHARES[region]; region++) {
            left -= SHARES[region];
        }
        return region;
    }

    static int salesUnit(int region) {
        return region * 2;
    }

    static int productionUnit(int region) {
        return region * 2 + 1;
    }

    static boolean sells(int businessUnit) {
        return businessUnit % 2 == 0;
    }

    static int estimateType(int region, long drawn) {
        return region == COMMERCIAL
                ? Chance.upTo(COMMERCIAL_TYPES, drawn, 5)
                : COMMERCIAL_TYPES + Chance.upTo(ESTIMATE_TYPES.size() - COMMERCIAL_TYPES, drawn, 5);
    }

    static int productionType(int region, long drawn) {
        int commercial = PRODUCTION_TYPES.size() - 1;
        return FIRST_PRODUCTION + (region == COMMERCIAL ? commercial : Chance.upTo(commercial, drawn, 6));
    }

    static int warrantyType(long drawn) {
        return FIRST_WARRANTY + Chance.upTo(WARRANTY_TYPES.size(), drawn, 5);
    }

    static int serviceType(long drawn) {
        return FIRST_SERVICE + Chance.upTo(SERVICE_TYPES.size(), drawn, 5);
    }

    static boolean isEstimateType(int type) {
        return type < ESTIMATE_TYPES.size();
    }

    /** What a job of that type has to be sold for to count, in hundredths; {@link Ticks#NONE} for no threshold. */
    static long soldThreshold(int type) {
        return isEstimateType(type) && type % 7 != 3 ? 100_00 : Ticks.NONE;
    }
}
