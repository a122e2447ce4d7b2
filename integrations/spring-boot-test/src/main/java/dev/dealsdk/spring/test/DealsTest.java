package dev.dealsdk.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts a vendor simulator for the application context of a test and connects the context to it. The simulator
 * replaces the provider, URL and credentials of the application's properties; all other properties keep their values.
 *
 * <p>The simulator is a bean, which can be injected as {@code VendorSimulator} or as its own type. It lives as long as
 * the context, which Spring shares between test classes with the same configuration; its deals persist between tests,
 * as beans do. Before each test method, its journal, faults and contract violations are cleared. After each test
 * method, the test fails if a request violated the vendor's contract. A test that violates the contract on purpose
 * calls {@code clearContractViolations()} at its end.
 */
@Documented
@Inherited
@Repeatable(DealsTest.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DealsTest {
    /** {@return the vendor: {@code backside}, {@code play2sell}, {@code stardex} or {@code stora}} */
    String vendor();

    /** {@return the name under {@code deals.connections} to which the simulator belongs; by default, the top level} */
    String connection() default "";

    /** The container of several annotations, one for each connection. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        /** {@return the annotations} */
        DealsTest[] value();
    }
}
