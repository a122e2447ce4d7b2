package dev.dealsdk.stora;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is about: a kind of unit or a protection [docs: show-a-deal].
 *
 * @param type {@code unit_type} or {@code protection}; any other word is passed on
 * @param quantity how many; 1 in every sample
 * @param item what it is, always with an id: {@code utype_...} or {@code plvl_...}
 * @param rest what Stora sent that is not documented, or not of the documented type, under its names
 */
public record StoraLineItem(
        Optional<String> type, Optional<BigDecimal> quantity, StoraRef item, Map<String, @Nullable Object> rest) {}
