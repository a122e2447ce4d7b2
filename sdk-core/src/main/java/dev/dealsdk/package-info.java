/**
 * One typed Java API for the deals pipelines of many vendors. The shortest real use:
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
 * <p>Which vendor that is stands in the configuration, as {@code deals.provider}. What a vendor cannot do is said by {@link
 * dev.dealsdk.Capabilities} and refused before anything is sent; what became of a failed call is said by {@link
 * dev.dealsdk.DealsException#outcome()}.
 *
 * @serial exclude
 */
@NullMarked
package dev.dealsdk;

import org.jspecify.annotations.NullMarked;
