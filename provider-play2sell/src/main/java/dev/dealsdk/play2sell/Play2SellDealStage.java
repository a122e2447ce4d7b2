package dev.dealsdk.play2sell;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stage that is nested in a deal, without a position [docs: sales].
 *
 * @param id a UUID
 * @param name the account's name of the stage
 * @param probability the percentage, 0 to 100, of deals in this stage that are expected to be won
 * @param rest fields that are not documented, or do not have the documented type, under Play2Sell's names; empty if
 *     there are none
 */
public record Play2SellDealStage(
        Optional<String> id,
        Optional<String> name,
        Optional<BigDecimal> probability,
        Map<String, @Nullable Object> rest) {}
