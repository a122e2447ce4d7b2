/** Where the credentials of requests come from. */
@NullMarked
package dev.dealsdk.internal.auth;

import org.jspecify.annotations.NullMarked;
