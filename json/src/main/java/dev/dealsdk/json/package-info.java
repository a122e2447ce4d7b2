/**
 * The JSON form of the neutral types, for whatever joins the SDK to a JSON library.
 *
 * <pre>{@code
 * Map<String, Object> json = NeutralJson.write(deal);
 * Deal same = NeutralJson.read(Deal.class, json, unknown -> {});
 * }</pre>
 */
@NullMarked
package dev.dealsdk.json;

import org.jspecify.annotations.NullMarked;
