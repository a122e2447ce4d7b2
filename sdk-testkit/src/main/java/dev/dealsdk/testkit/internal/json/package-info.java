/** JSON as the simulators and the contract suite read and write it. */
@NullMarked
package dev.dealsdk.testkit.internal.json;

import org.jspecify.annotations.NullMarked;
