/** Breaks every rule of the architecture once, laid out as our own packages are. */
package dev.dealsdk.verify.architecture.offending;
