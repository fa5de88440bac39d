package io.fieldhouse.servicetitan.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a list endpoint can do. Every method that returns {@link io.fieldhouse.client.Paged} has it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Listing {
    /** How it is asked for what is not active as well. */
    Inactive inactive();

    /** Whether it can sort by id. One that cannot is read in one page, or in pages that are counted. */
    boolean sorted();

    /** The number of items in a page, unless the query sets it. */
    int defaultPage() default Query.LARGEST_PAGE;

    /**
     * The names of all its filters, separated by blanks. A query with any other filter is refused, because ServiceTitan ignores
     * unknown filters and returns everything. Empty for any path of {@code resources()}, whose filters are not known.
     */
    String filters() default "";

    /**
     * Those of its filters that the items need not show, separated by blanks: ServiceTitan compares something other than the
     * field of that name. The response is not compared with them.
     */
    String unchecked() default "";
}
