package io.fieldhouse.etl.reconcile;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as spreadsheets and people write them: {@code 1234.5}, {@code 1,234.50}, {@code 1.234,50}, {@code 1 234,50},
 * {@code $1,234.50}, {@code -12}, {@code 12-}, and {@code (12.00)} for what is negative; a dash alone is 0, which is how
 * spreadsheets show it in an account.
 *
 * <p>The rule is: a number is read where there is one way to read it. With a decimal sign said, there is: the other sign
 * stands between thousands, in groups of three, or else it is no number. Without one, a number is what both ways make of
 * it, or what the only possible way does: {@code 1,23} has decimals, {@code 1,234,567} has thousands. Where the two ways
 * differ, as in {@code 1,234}, which is one thousand or a bit more than one, it is refused.
 */
final class NumberText {
    private static final int MOST_DIGITS = 30;
    private static final int LONGEST = 80;

    private static final Pattern DASH = Pattern.compile("\\p{Sc}?\\s*[-\u2013\u2014]\\s*\\p{Sc}?");
    private static final Pattern BRACKETS = Pattern.compile("(\\p{Sc}?)\\s*\\((.*)\\)\\s*(\\p{Sc}?)");
    private static final Pattern WHOLE = Pattern.compile(
            "(?<before>[-+]?)\\s*(?<sign>\\p{Sc}?)\\s*(?<within>[-+]?)\\s*(?<digits>[0-9.,](?:[0-9.,' ]*[0-9])?)"
                    + "\\s*(?<end>\\p{Sc}?)\\s*(?<after>-?)");
    private static final Pattern POINT = decimals('.', ',');
    private static final Pattern COMMA = decimals(',', '.');

    private NumberText() {}

    private static Pattern decimals(char decimal, char thousands) {
        return Pattern.compile(
                "(?<whole>[0-9]+|[1-9][0-9]{0,2}([%2$c' ])[0-9]{3}(?:\\2[0-9]{3})*|)(?:[%1$c](?<part>[0-9]+))?"
                        .formatted(decimal, thousands));
    }

    /**
     * Reads a number.
     *
     * @param text what is there, not blank
     * @param decimal the decimal sign, where somebody said it
     * @throws NumberFormatException that says what is wrong and what to do, and repeats nothing but a number
     */
    static BigDecimal read(String text, @Nullable DecimalSign decimal) {
        // Spaces that do not break, the apostrophe of typographers, and the minus sign of mathematics.
        String plain = text.replaceAll("[\u00a0\u2007\u2009\u202f]", " ")
                .replace('\u2019', '\'')
                .replace('\u2212', '-')
                .strip();
        if (plain.length() > LONGEST) {
            throw new NumberFormatException("is too long for a number; correct it");
        }
        if (DASH.matcher(plain).matches()) {
            return BigDecimal.ZERO;
        }
        Matcher brackets = BRACKETS.matcher(plain);
        boolean isBracketed = brackets.matches();
        Matcher whole =
                WHOLE.matcher(isBracketed ? brackets.replaceFirst("$1$2$3").strip() : plain);
        if (!whole.matches()) {
            throw new NumberFormatException("is not a number; correct it, or leave it empty");
        }
        String signs = whole.group("before") + whole.group("within") + whole.group("after") + (isBracketed ? "-" : "");
        if (signs.length() > 1
                || whole.group("sign").length() + whole.group("end").length() > 1) {
            throw new NumberFormatException("has more than one sign; keep one");
        }
        BigDecimal value = value(whole.group("digits"), decimal);
        return signs.equals("-") ? value.negate() : value;
    }

    private static BigDecimal value(String digits, @Nullable DecimalSign decimal) {
        BigDecimal byPoint = decimal == DecimalSign.COMMA ? null : value(POINT.matcher(digits));
        BigDecimal byComma = decimal == DecimalSign.POINT ? null : value(COMMA.matcher(digits));
        if (byPoint != null && byComma != null && byPoint.compareTo(byComma) != 0) {
            throw new NumberFormatException("may be " + byPoint.toPlainString() + " or " + byComma.toPlainString()
                    + "; set reconcile.decimal to point or comma");
        }
        BigDecimal value = byPoint == null ? byComma : byPoint;
        if (value == null) {
            throw new NumberFormatException(
                    decimal == null
                            ? "is not a number; correct it, or leave it empty"
                            : "is not a number whose decimal sign is the "
                                    + decimal.name().toLowerCase(Locale.ROOT)
                                    + "; correct it, or reconcile.decimal");
        }
        return value;
    }

    private static @Nullable BigDecimal value(Matcher digits) {
        if (!digits.matches()) {
            return null;
        }
        String whole = digits.group("whole").replaceAll("[^0-9]", "");
        String part = digits.group("part");
        int length = whole.length() + (part == null ? 0 : part.length());
        if (length == 0) {
            return null;
        }
        if (length > MOST_DIGITS) {
            throw new NumberFormatException("has more than " + MOST_DIGITS + " digits; round it");
        }
        return new BigDecimal(part == null ? whole : whole + "." + part);
    }
}
