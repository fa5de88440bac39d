package io.fieldhouse.servicetitan.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a list endpoint can do. Every method that returns {@link Paged} says it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Listing {
    /** How it is asked for what is not active as well. */
    Inactive inactive();

    /** Whether it can sort by id. One that cannot is read in one page, or in pages that are counted. */
    boolean sorted();

    /**
     * The names of its own filters, beside those that {@link Query} has methods for: any other is refused, for ServiceTitan
     * would ignore it without a word. None where they are not known, and any name goes out.
     */
    String[] filters() default {};
}
