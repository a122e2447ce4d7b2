/**
 * Runs tests of Spring Boot applications against a vendor simulator.
 *
 * <pre>{@code
 * @SpringBootTest
 * @DealsTest(vendor = "stora")
 * class PipelineTest {
 *     @Autowired
 *     Pipeline pipeline;
 *
 *     @Autowired
 *     VendorSimulator vendor;
 * }
 * }</pre>
 */
@NullMarked
package dev.dealsdk.spring.test;

import org.jspecify.annotations.NullMarked;
