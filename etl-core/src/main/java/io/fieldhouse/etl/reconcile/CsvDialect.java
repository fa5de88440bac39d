package io.fieldhouse.etl.reconcile;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a CSV is written; what is not given is found out.
 *
 * @param delimiter what stands between fields
 * @param encoding what its bytes mean, unless a byte order mark says so
 * @param decimal what stands before decimals; without it a number is read if there is one way to read it, and 1,234, which
 *     may be two numbers, is refused
 */
public record CsvDialect(
        @Nullable Delimiter delimiter,
        @Nullable Charset encoding,
        @Nullable DecimalSign decimal) {}
