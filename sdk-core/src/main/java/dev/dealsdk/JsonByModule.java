package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/**
 * Keeps Jackson from writing a neutral type as the bean that it takes it for: without its names, with nulls, or as {@code {}}. Both
 * major versions look at getters, and this one fails: when Jackson reads it or, where another property would fail before, when
 * it looks at the constants of its type. The modules write the types themselves and never look.
 */
interface JsonByModule {
    /**
     * Fails: for Jackson, which finds it when its module is missing. No caller needs it.
     *
     * @hidden
     */
    // Error Prone does not know that methods may have this tag.
    @SuppressWarnings("InvalidBlockTag")
    default @Nullable Missing getDealsJacksonModule() {
        throw Missing.failure();
    }

    /** What the property seems to be. Jackson writes an enum by the texts of its constants, and asks for them early. */
    enum Missing {
        MODULE;

        @Override
        public String toString() {
            throw failure();
        }

        /** Of the type that Jackson reports with the names of the properties that led there. */
        private static IllegalArgumentException failure() {
            return new IllegalArgumentException("Jackson cannot write the types of dev.dealsdk without a module: add"
                    + " dev.dealsdk:deals-jackson for Jackson 2 or dev.dealsdk:deals-jackson3 for Jackson 3, and register its"
                    + " DealsModule with the mapper");
        }
    }
}
