package io.fieldhouse.etl.dimension;

import java.util.List;

/**
 * What a merge would do.
 *
 * @param report how many keys of each kind
 * @param added some keys that are new
 * @param changed some keys that would get a new version
 * @param retired some keys that would be retired
 */
public record MergePlan(MergeReport report, List<String> added, List<String> changed, List<String> retired) {}
