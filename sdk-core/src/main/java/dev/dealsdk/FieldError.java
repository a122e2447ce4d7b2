package dev.dealsdk;

import java.io.Serializable;

/**
 * One thing that is wrong with a request.
 *
 * @param field the field as the caller wrote it ({@code value.currency}, {@code extras.priority}) or, when the vendor
 *     found the fault, as the vendor names it
 * @param message what is wrong and what to write instead
 */
public record FieldError(String field, String message) implements Serializable {}
