package dev.dealsdk.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts a simulator of a vendor for the application context of a test, and points the context at it: provider, URL and
 * credentials of the application's own properties are replaced, all else of them stays.
 *
 * <p>The simulator is a bean, to be injected as {@code VendorSimulator} or as its own type. It lives as long as the context, which
 * Spring shares between the test classes of the same configuration: its deals stay, as beans do. Before each test method its
 * journal, faults and contract violations are cleared; after it, a breach of the vendor's contract fails the test. For a test
 * that breaks the contract on purpose, call {@code clearContractViolations()} at its end.
 */
@Documented
@Inherited
@Repeatable(DealsTest.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DealsTest {
    /** {@return the vendor: {@code backside}, {@code play2sell}, {@code stardex} or {@code stora}} */
    String vendor();

    /** {@return the name under {@code deals.connections} that the simulator is for; by default it is for the top level} */
    String connection() default "";

    /** The container of several, one for each connection. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        /** {@return one for each connection} */
        DealsTest[] value();
    }
}
