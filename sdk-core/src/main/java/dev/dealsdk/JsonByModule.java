package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/**
 * Prevents Jackson from serializing a neutral type as a plain bean, that is, without its names, with nulls, or as
 * {@code {}}. Both major versions of Jackson inspect getters, and the getter of this interface fails: when Jackson
 * reads it or, if another property would fail earlier, when Jackson inspects the constants of its type. The DealsModule
 * of each version serializes the types itself and never calls the getter.
 */
interface JsonByModule {
    /**
     * Always throws; Jackson calls it if its DealsModule is missing. Not meant for callers.
     *
     * @hidden
     */
    // Error Prone does not know that methods may have this tag.
    @SuppressWarnings("InvalidBlockTag")
    default @Nullable Missing getDealsJacksonModule() {
        throw Missing.failure();
    }

    /** The apparent type of the property. Jackson writes an enum as the texts of its constants, and calls toString() early. */
    enum Missing {
        MODULE;

        @Override
        public String toString() {
            throw failure();
        }

        /** Jackson adds the path of the property to an exception of this type. */
        private static IllegalArgumentException failure() {
            return new IllegalArgumentException("Jackson cannot write the types of dev.dealsdk without a module: add"
                    + " dev.dealsdk:deals-jackson for Jackson 2 or dev.dealsdk:deals-jackson3 for Jackson 3, and register its"
                    + " DealsModule with the mapper");
        }
    }
}
