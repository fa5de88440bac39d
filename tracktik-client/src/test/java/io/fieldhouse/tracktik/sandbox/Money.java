package io.fieldhouse.tracktik.sandbox;

/**
 * What a shift costs and earns. Hours are whole quarters and rates are steps of 40 cents, so that every part is a whole
 * number of cents and parts always add up.
 */
record Money(
        int regular,
        int overtime,
        int holiday,
        boolean premium,
        long payRate,
        long billRate,
        boolean billed,
        boolean discounted) {

    private static final long PAY_PREMIUM = 80;
    private static final long BILL_PREMIUM = 120;
    private static final long BILL_DISCOUNT = 40;

    int quarters() {
        return regular + overtime + holiday;
    }

    int premiumQuarters() {
        return premium ? quarters() : 0;
    }

    int billed(int quarters) {
        return billed ? quarters : 0;
    }

    int discountQuarters() {
        return discounted ? billed(quarters()) : 0;
    }

    long payOvertimeImpact() {
        return overtime * payRate / 8;
    }

    long payHolidayImpact() {
        return holiday * payRate / 8;
    }

    long payPremiumImpact() {
        return premiumQuarters() * PAY_PREMIUM / 4;
    }

    long payTotal() {
        return quarters() * payRate / 4 + payOvertimeImpact() + payHolidayImpact() + payPremiumImpact();
    }

    long billOvertimeImpact() {
        return billed(overtime) * billRate / 8;
    }

    long billHolidayImpact() {
        return billed(holiday) * billRate / 8;
    }

    long billPremiumImpact() {
        return billed(premiumQuarters()) * BILL_PREMIUM / 4;
    }

    long billDiscountImpact() {
        return -discountQuarters() * BILL_DISCOUNT / 4;
    }

    long billTotal() {
        return billed(quarters()) * billRate / 4
                + billOvertimeImpact()
                + billHolidayImpact()
                + billPremiumImpact()
                + billDiscountImpact();
    }

    /** The money of the first so many quarters; overtime comes last. */
    Money first(int quarters) {
        int plain = Math.min(regular, quarters);
        int over = Math.min(overtime, quarters - plain);
        int festive = Math.min(holiday, quarters - plain - over);
        return with(plain, over, festive);
    }

    /** What {@link #first} leaves. */
    Money rest(int quarters) {
        Money first = first(quarters);
        return with(regular - first.regular, overtime - first.overtime, holiday - first.holiday);
    }

    private Money with(int plain, int over, int festive) {
        return new Money(plain, over, festive, premium, payRate, billRate, billed, discounted);
    }
}
