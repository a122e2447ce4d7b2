/** How a listing is read page by page. */
@NullMarked
package dev.dealsdk.internal.paging;

import org.jspecify.annotations.NullMarked;
