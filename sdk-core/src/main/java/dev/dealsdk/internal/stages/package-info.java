/** The names of stages: aliases of the configuration, and the stages of the account. */
@NullMarked
package dev.dealsdk.internal.stages;

import org.jspecify.annotations.NullMarked;
