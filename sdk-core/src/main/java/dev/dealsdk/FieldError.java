package dev.dealsdk;

import java.io.Serializable;

/**
 * An error in one field of a request.
 *
 * @param field the field: as the caller wrote it ({@code value.currency}, {@code extras.priority}), or as the vendor
 *     names it if the vendor reported the error
 * @param message what is wrong and what to write instead
 */
public record FieldError(String field, String message) implements Serializable {}
