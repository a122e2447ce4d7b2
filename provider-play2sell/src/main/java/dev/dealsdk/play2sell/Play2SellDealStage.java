package dev.dealsdk.play2sell;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stage as it is nested in a deal: without a position [docs: sales].
 *
 * @param id a UUID
 * @param name what the account calls it
 * @param probability the percentage, 0 to 100, of its deals that are expected to be won
 * @param rest what Play2Sell sent that is not documented, or not of the documented type, under its names; empty when
 *     there is nothing
 */
public record Play2SellDealStage(
        Optional<String> id,
        Optional<String> name,
        Optional<BigDecimal> probability,
        Map<String, @Nullable Object> rest) {}
