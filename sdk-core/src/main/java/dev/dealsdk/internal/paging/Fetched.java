package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import java.util.List;

/**
 * A page as it was fetched.
 *
 * @param <T> what is listed
 * @param leftOut the ids of what the vendor sent and a filter of the SDK took out, so that a page of nothing else does not count
 *     as empty
 */
public record Fetched<T>(Page<T> page, List<String> leftOut) {}
