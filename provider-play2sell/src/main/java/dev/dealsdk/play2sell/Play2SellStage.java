package dev.dealsdk.play2sell;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A stage of the pipeline [docs: sales]. Nothing marks the stages of closed deals but their names.
 *
 * @param id a UUID
 * @param name what the account calls it; administrators rename stages [docs: faq/sales]
 * @param position the place in the pipeline, from 1 in the sample
 * @param probability the percentage, 0 to 100, of its deals that are expected to be won; administrators set it [docs:
 *     faq/sales]
 */
public record Play2SellStage(
        String id, Optional<String> name, Optional<Integer> position, Optional<BigDecimal> probability) {}
