/**
 * Deals of Stora, the self-storage platform: Public API, version 2025-09.
 *
 * <p>Base URL {@code https://public-api.stora.co}; token endpoint {@code https://public-api.stora.co/oauth2/token}.
 * Written from these pages of the vendor's documentation, as read in November 2026, and named by these tags in the
 * sources: {@code [docs: x]} the reference page x, such as show-a-deal or list-all-stages, {@code [guide: x]} the
 * guide page x, such as requests, responses, errors, metadata or authentication. What is marked <em>inferred</em> is
 * our reading of them.
 *
 * <p>Some pages could be read in part only: the filters of the deals list, the fields a create requires, and whether
 * an update can change the stage are not known. Nothing is assumed of them; moving a deal is off unless {@code
 * deals.allow-unverified=true}.
 *
 * <pre>{@code
 * # deals.properties
 * deals.provider=stora
 * deals.token=${STORA_TOKEN}
 * }</pre>
 */
@NullMarked
package dev.dealsdk.stora;

import org.jspecify.annotations.NullMarked;
