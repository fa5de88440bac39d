package io.fieldhouse.etl.dimension;

/**
 * What a merge did, in keys.
 *
 * @param added keys that were not known, or came back
 * @param changed keys with a new version
 * @param retired keys that are gone
 * @param overwritten keys with no more than an untracked column changed, or filled for the first time
 * @param unchanged keys that are as they were
 * @param duplicates rows that were left out because their key came twice
 * @param withoutKey rows that went to quarantine because they have no key
 * @param isLate whether it showed a moment before what was known, and so took its place in the histories
 */
public record MergeReport(
        long added,
        long changed,
        long retired,
        long overwritten,
        long unchanged,
        long duplicates,
        long withoutKey,
        boolean isLate) {
    /** The same where some of the keys are not as they were, and some that it does not show are gone. */
    MergeReport with(long nowAdded, long nowChanged, long nowRetired, long nowOverwritten) {
        long rest = unchanged - nowAdded - nowChanged - nowOverwritten;
        return new MergeReport(nowAdded, nowChanged, nowRetired, nowOverwritten, rest, duplicates, withoutKey, isLate);
    }
}
