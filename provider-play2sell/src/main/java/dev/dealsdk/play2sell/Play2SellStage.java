package dev.dealsdk.play2sell;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A stage of the pipeline [docs: sales]. Only their names identify the stages of closed deals.
 *
 * @param id a UUID
 * @param name the account's name of the stage; administrators can rename stages [docs: faq/sales]
 * @param position the position in the pipeline, from 1 in the sample
 * @param probability the percentage, 0 to 100, of deals in this stage that are expected to be won; administrators set
 *     it [docs: faq/sales]
 */
public record Play2SellStage(
        String id, Optional<String> name, Optional<Integer> position, Optional<BigDecimal> probability) {}
