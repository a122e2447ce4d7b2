/** What configuration alone makes of a program that moves to another vendor. */
@NullMarked
package dev.dealsdk.verify.bridging;

import org.jspecify.annotations.NullMarked;
