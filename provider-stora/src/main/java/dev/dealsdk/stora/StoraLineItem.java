package dev.dealsdk.stora;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line item of a deal: a kind of unit or a protection [docs: show-a-deal].
 *
 * @param type {@code unit_type} or {@code protection}; any other word is passed on
 * @param quantity the quantity; 1 in every sample
 * @param item the item, always with an id: {@code utype_...} or {@code plvl_...}
 * @param rest fields that are not documented, or do not have the documented type, under Stora's names
 */
public record StoraLineItem(
        Optional<String> type, Optional<BigDecimal> quantity, StoraRef item, Map<String, @Nullable Object> rest) {}
