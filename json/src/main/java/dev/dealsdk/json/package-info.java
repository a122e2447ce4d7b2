/**
 * The JSON representation of the neutral types, for integrations with JSON libraries.
 *
 * <pre>{@code
 * Map<String, Object> json = NeutralJson.write(deal);
 * Deal same = NeutralJson.read(Deal.class, json, unknown -> {});
 * }</pre>
 */
@NullMarked
package dev.dealsdk.json;

import org.jspecify.annotations.NullMarked;
