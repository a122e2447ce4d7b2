/**
 * The provider of Backside: deals of its API v1.
 *
 * <p>The base URL is {@code https://api.backside.app}, with paths under {@code /api/v1}. The provider is written from
 * these pages of the vendor's documentation, as read in November 2026. The sources refer to them by tags: {@code [docs:
 * move]}, {@code [docs: get]}, {@code [docs: list-contacts]} and {@code [docs: add-contact]} are the reference pages of
 * the four deal calls; {@code [docs: temporal]}, {@code [docs: errors]} and {@code [docs: authentication]} are the
 * guides of these names; {@code [docs: api-keys]} is the reference page of the only list whose envelope is shown;
 * {@code [docs: crm]} is the user documentation of the CRM. Statements marked <em>inferred</em> are our interpretation
 * of them.
 *
 * <p>No page was found that creates, updates or deletes a deal, lists stages, or wins, loses or reopens a deal. With
 * {@code deals.allow-unverified=true}, a create, update or delete is sent in the way that Backside documents for notes,
 * contacts and events ({@code [docs: create-a-note]}, {@code [docs: update-an-event]} and {@code [docs: quickstart]}).
 * Otherwise it is refused. If the configuration names the stages of won, lost and open deals, winning, losing and
 * reopening are moves to them, and a deal in one of these stages has a known status. The status of any other deal is
 * unknown, because Backside's deals have no status.
 *
 * <p>A deleted deal keeps its record, with {@code deleted_at} (inferred). With {@code deals.allow-unverified=true},
 * such a deal is not found and not listed. Otherwise the SDK infers nothing: it reads every deal that Backside sends,
 * with {@code deleted_at} among its extras.
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
