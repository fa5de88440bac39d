package io.fieldhouse.tracktik.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry for a shift in the ledger of pay and bill; all of a shift's add up to its summary. */
record LedgerLine(Shift shift, int number, Kind kind) {
    private static final List<Kind> KINDS = List.of(Kind.values());
    static final int PER_SHIFT = KINDS.size();

    enum Kind {
        PAY_REGULAR,
        PAY_OVERTIME,
        PAY_HOLIDAY,
        PAY_PREMIUM,
        BILL_REGULAR,
        BILL_OVERTIME,
        BILL_HOLIDAY,
        BILL_PREMIUM,
        BILL_DISCOUNT;

        String type() {
            return name().substring(0, name().indexOf('_'));
        }

        String subType() {
            return name().substring(name().indexOf('_') + 1);
        }
    }

    static @Nullable LedgerLine of(Shift shift, int number) {
        LedgerLine line = new LedgerLine(shift, number, KINDS.get(number));
        return shift.exists() && line.quarters() != 0 ? line : null;
    }

    /** The vendor's are texts. */
    String id() {
        return "T" + (shift.id() * 10 + number);
    }

    static long index(String id) {
        String digits = id.startsWith("T") ? id.substring(1) : "";
        if (!Values.digits(digits)) {
            return -1;
        }
        long number = Long.parseLong(digits);
        return number % 10 >= PER_SHIFT ? -1 : (number / 10 - Shift.FIRST_ID) * PER_SHIFT + number % 10;
    }

    int quarters() {
        Money money = shift.money();
        return switch (kind) {
            case PAY_REGULAR -> money.regular();
            case PAY_OVERTIME -> money.overtime();
            case PAY_HOLIDAY -> money.holiday();
            case PAY_PREMIUM -> money.premiumQuarters();
            case BILL_REGULAR -> money.billed(money.regular());
            case BILL_OVERTIME -> money.billed(money.overtime());
            case BILL_HOLIDAY -> money.billed(money.holiday());
            case BILL_PREMIUM -> money.billed(money.premiumQuarters());
            case BILL_DISCOUNT -> money.discountQuarters();
        };
    }

    long rate() {
        Money money = shift.money();
        return switch (kind) {
            case PAY_REGULAR -> money.payRate();
            case PAY_OVERTIME, PAY_HOLIDAY -> money.payRate() * 3 / 2;
            case PAY_PREMIUM -> 80;
            case BILL_REGULAR -> money.billRate();
            case BILL_OVERTIME, BILL_HOLIDAY -> money.billRate() * 3 / 2;
            case BILL_PREMIUM -> 120;
            case BILL_DISCOUNT -> -40;
        };
    }

    long total() {
        return quarters() * rate() / 4;
    }
}
