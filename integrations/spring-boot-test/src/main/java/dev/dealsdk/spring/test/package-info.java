/**
 * Tests of Spring Boot applications against a simulator of a vendor.
 *
 * <pre>{@code
 * @SpringBootTest
 * @DealsTest(vendor = "stora")
 * class PipelineTest {
 *   @Autowired Pipeline pipeline;
 *   @Autowired VendorSimulator vendor;
 * }
 * }</pre>
 */
@NullMarked
package dev.dealsdk.spring.test;

import org.jspecify.annotations.NullMarked;
