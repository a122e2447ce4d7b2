/**
 * Deals of Backside, API v1.
 *
 * <p>Base URL {@code https://api.backside.app}, paths under {@code /api/v1}. Written from these pages of the vendor's
 * documentation, as read in November 2026, and named by these tags in the sources: {@code [docs: move]}, {@code [docs: get]},
 * {@code [docs: list-contacts]} and {@code [docs: add-contact]} the reference pages of the four deal calls, {@code [docs:
 * temporal]}, {@code [docs: errors]} and {@code [docs: authentication]} the guides of these names, {@code [docs: api-keys]}
 * the reference page of the only list whose envelope is printed, {@code [docs: crm]} the user documentation of the CRM. What
 * is marked <em>inferred</em> is our reading of them.
 *
 * <p>No page was found that creates, updates or deletes a deal, lists stages, or wins, loses or reopens a deal. With {@code
 * deals.allow-unverified=true} a create, an update and a delete are sent as Backside's notes, contacts and events have them
 * ({@code [docs: create-a-note]}, {@code [docs: update-an-event]} and {@code [docs: quickstart]}); without it they are refused.
 * With the stages of won, lost and open deals in the configuration, winning, losing and reopening are moves to them, and the
 * status of a deal that is in one of them is known; of all others it is not, since deals have no status.
 *
 * <p>A deal that is deleted keeps its record, with {@code deleted_at} (inferred). With {@code deals.allow-unverified=true} such a
 * deal is not found, and not listed. Without it nothing is inferred: a deal that Backside sends is read, with {@code deleted_at}
 * among its extras.
 *
 * <pre>{@code
 * # deals.properties
 * deals.provider=backside
 * deals.token=${BACKSIDE_API_KEY}
 * deals.stages.negotiation=550e8400-e29b-41d4-a716-446655440002
 * deals.won-stage=550e8400-e29b-41d4-a716-446655440003
 * }</pre>
 */
@NullMarked
package dev.dealsdk.backside;

import org.jspecify.annotations.NullMarked;
