/**
 * JSON serialization of the neutral types of the Deals SDK with Jackson 2.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new DealsModule()).build();
 * String json = mapper.writeValueAsString(deal);
 * }</pre>
 */
@NullMarked
package dev.dealsdk.jackson;

import org.jspecify.annotations.NullMarked;
