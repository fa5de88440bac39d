/** Loads as answers to events on AWS Lambda. */
@NullMarked
package io.fieldhouse.lambda;

import org.jspecify.annotations.NullMarked;
