/**
 * The provider of Stardex: deals of its API v1.
 *
 * <p>The base URL is {@code https://api.stardex.ai}. The provider is written from these pages of the vendor's
 * documentation, as read in November 2026. The sources refer to them by tags: {@code [docs: create-deal]}, {@code
 * [docs: update-deal]}, {@code [docs: search-deals]} and {@code [docs: introduction-v1]}; and, for formats that deals
 * are assumed to share, {@code [docs: get-job-by-id]}, {@code [docs: get-company-by-id]}, {@code [docs:
 * get-person-custom-field-definitions]} and {@code [docs: update-job]}. Statements marked <em>inferred</em> are our
 * interpretation of them.
 *
 * <p>The pages exist in two generations, both called v1. The older one has {@code job_id}. The newer one has {@code
 * job_ids}, a currency, the candidate's pay and the rate of the fee. The SDK reads and writes the fields of both. Which
 * of them a server accepts is not documented; a request that would need both is refused.
 *
 * <p>Stardex has no call that reads one deal, moves it, or closes it. The SDK reads a deal by searching for its id, and
 * moves it by changing its status. It wins, loses and reopens deals in the same way if the configuration names the
 * statuses:
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
