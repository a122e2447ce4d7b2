/** What a program uses of a vendor, as it is recorded and kept in a file. */
@NullMarked
package dev.dealsdk.internal.usage;

import org.jspecify.annotations.NullMarked;
