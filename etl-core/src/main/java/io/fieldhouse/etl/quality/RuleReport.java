package io.fieldhouse.etl.quality;

/**
 * What a check of one rule did, in issues.
 *
 * @param rule the rule's name
 * @param opened issues that are new
 * @param seenAgain issues that were open and still are
 * @param closed issues whose cause is gone
 */
public record RuleReport(String rule, long opened, long seenAgain, long closed) {
    /** How many are open now in what was checked: the unit, with what it has to do with elsewhere, or the dimensions. */
    public long open() {
        return opened + seenAgain;
    }
}
