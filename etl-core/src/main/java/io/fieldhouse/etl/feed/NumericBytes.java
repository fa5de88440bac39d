package io.fieldhouse.etl.feed;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * PostgreSQL's binary numeric: digits to the base of 10,000, aligned at the decimal point. Zeros at the end are not kept,
 * so that 5 and 5.00 are the same bytes.
 */
final class NumericBytes {
    private static final int MOST_DIGITS_BEFORE_POINT = 131_072;
    private static final int MOST_DIGITS_BEHIND_POINT = 16_383;
    private static final int FITS_A_LONG = 15;
    private static final long[] POWERS_OF_TEN = new long[FITS_A_LONG + 4];
    private static final int BASE = 10_000;
    private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
    private static final int NEGATIVE = 0x4000;

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
        }
    }

    private NumericBytes() {}

    static void write(BigDecimal value, CopyBuffer out) throws UnfitException {
        if ((long) value.precision() - value.scale() > MOST_DIGITS_BEFORE_POINT) {
            throw new UnfitException("has too many digits before the point");
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > MOST_DIGITS_BEHIND_POINT) {
            throw new UnfitException("has too many digits behind the point");
        }
        if (plain.scale() < 0) {
            plain = plain.setScale(0);
        }
        int groupsBehind = (plain.scale() + 3) / 4;
        int padding = 4 * groupsBehind - plain.scale();
        if (plain.precision() <= FITS_A_LONG) {
            long aligned = Math.abs(plain.unscaledValue().longValue()) * POWERS_OF_TEN[padding];
            write(aligned, groupsBehind, plain, out);
        } else {
            BigInteger aligned = plain.unscaledValue().abs().multiply(BigInteger.TEN.pow(padding));
            write(aligned, groupsBehind, plain, out);
        }
    }

    private static void write(long aligned, int groupsBehind, BigDecimal value, CopyBuffer out) {
        int groups = 0;
        for (long rest = aligned; rest > 0; rest /= BASE) {
            groups++;
        }
        int dropped = 0;
        long digits = aligned;
        while (digits > 0 && digits % BASE == 0) {
            digits /= BASE;
            dropped++;
        }
        header(groups - dropped, groups - groupsBehind - 1, value, out);
        long power = 1;
        for (int i = 1; i < groups - dropped; i++) {
            power *= BASE;
        }
        for (int i = dropped; i < groups; i++) {
            out.int16((int) (digits / power));
            digits %= power;
            power = Math.max(1, power / BASE);
        }
    }

    private static void write(BigInteger aligned, int groupsBehind, BigDecimal value, CopyBuffer out) {
        int most = aligned.bitLength() / 13 + 1;
        int[] digits = new int[most];
        int groups = 0;
        for (BigInteger rest = aligned; rest.signum() > 0; groups++) {
            BigInteger[] parts = rest.divideAndRemainder(BIG_BASE);
            digits[groups] = parts[1].intValue();
            rest = parts[0];
        }
        int dropped = 0;
        while (dropped < groups && digits[dropped] == 0) {
            dropped++;
        }
        header(groups - dropped, groups - groupsBehind - 1, value, out);
        for (int i = groups - 1; i >= dropped; i--) {
            out.int16(digits[i]);
        }
    }

    private static void header(int groups, int weight, BigDecimal value, CopyBuffer out) {
        out.int32(8 + 2 * groups);
        out.int16(groups);
        out.int16(groups == 0 ? 0 : weight);
        out.int16(value.signum() < 0 ? NEGATIVE : 0);
        out.int16(value.scale());
    }
}
