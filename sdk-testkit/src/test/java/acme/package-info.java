/** A vendor that the test kit does not know: its simulator uses nothing but what is exported. */
@NullMarked
package acme;

import org.jspecify.annotations.NullMarked;
