/** Tells accounts apart, and keeps what the clients of one account share. */
@NullMarked
package dev.dealsdk.internal.account;

import org.jspecify.annotations.NullMarked;
