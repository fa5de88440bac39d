package io.fieldhouse.tracktik.sandbox;

/** How fields that the vendor documents as timestamps are sent; it is not known, so clients take all of them. */
public enum TimestampForm {
    EPOCH_NUMBER,
    EPOCH_TEXT,
    ISO
}
