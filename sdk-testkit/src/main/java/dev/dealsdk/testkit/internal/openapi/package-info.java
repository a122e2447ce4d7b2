/** Checks requests and responses against a vendor's OpenAPI document. */
@NullMarked
package dev.dealsdk.testkit.internal.openapi;

import org.jspecify.annotations.NullMarked;
