/**
 * One typed Java API for the deals pipelines of many vendors. A minimal program:
 *
 * <pre>{@code
 * try (DealsClient deals = DealsClient.connect()) { // deals.properties, environment, system properties
 *     Deal deal = deals.create(NewDeal.builder()
 *             .name("StartupXYZ - Pro Plan")
 *             .value(DealValue.of("12000"))
 *             .stage(StageRef.named("qualification"))
 *             .build());
 *     deal = deals.move(deal.id(), StageRef.named("negotiation"));
 *     deals.win(deal.id());
 *     for (Deal open : deals.list(DealQuery.open())) { // pages are fetched as they are needed
 *         System.out.println(open.name().orElse("(no name)"));
 *     }
 * }
 * }</pre>
 *
 * <p>The configuration key {@code deals.provider} selects the vendor. {@link dev.dealsdk.Capabilities} describes what a
 * vendor can do; a call that the vendor does not offer is refused before anything is sent. If a call fails, {@link
 * dev.dealsdk.DealsException#outcome()} states whether it had an effect.
 *
 * @serial exclude
 */
@NullMarked
package dev.dealsdk;

import org.jspecify.annotations.NullMarked;
