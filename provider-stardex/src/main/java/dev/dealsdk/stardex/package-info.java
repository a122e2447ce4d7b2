/**
 * Deals of Stardex, API v1.
 *
 * <p>Base URL {@code https://api.stardex.ai}. Written from these pages of the vendor's documentation, as read in November
 * 2026, and named by these tags in the sources: {@code [docs: create-deal]}, {@code [docs: update-deal]}, {@code [docs:
 * search-deals]}, {@code [docs: introduction-v1]}, and for shapes that deals are assumed to share {@code [docs:
 * get-job-by-id]}, {@code [docs: get-company-by-id]}, {@code [docs: get-person-custom-field-definitions]} and {@code [docs:
 * update-job]}. What is marked <em>inferred</em> is our reading of them.
 *
 * <p>The pages exist in two generations, both called v1: the older one has {@code job_id}, the newer one {@code job_ids}, a
 * currency, the candidate's pay and the rate of the fee. Fields of both are written and read. Which of them a server takes is
 * not documented; a request that would need both is refused.
 *
 * <p>Stardex has no call that reads one deal, moves it, or closes it. Here a deal is read by a search for its id, and moved
 * by a change of its status; it is won, lost and reopened in the same way once the configuration names the statuses:
 *
 * <pre>{@code
 * # deals.properties
 * deals.provider=stardex
 * deals.token=${STARDEX_API_KEY}
 * deals.won-stage=ccc33333-dddd-eeee-ffff-000000004444
 * deals.lost-stage=ccc33333-dddd-eeee-ffff-000000005555
 * deals.open-stage=ccc33333-dddd-eeee-ffff-000000001111
 * }</pre>
 */
@NullMarked
package dev.dealsdk.stardex;

import org.jspecify.annotations.NullMarked;
