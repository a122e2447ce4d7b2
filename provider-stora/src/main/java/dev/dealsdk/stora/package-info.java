/**
 * The provider of Stora, the self-storage platform: deals of its Public API, version 2025-09.
 *
 * <p>The base URL is {@code https://public-api.stora.co}, the token endpoint {@code
 * https://public-api.stora.co/oauth2/token}. The provider is written from these pages of the vendor's documentation, as
 * read in November 2026. The sources refer to them by tags: {@code [docs: x]} is the reference page x, such as
 * show-a-deal or list-all-stages; {@code [guide: x]} is the guide page x, such as requests, responses, errors, metadata
 * or authentication. Statements marked <em>inferred</em> are our interpretation of them.
 *
 * <p>Some pages could be read only in part. The filters of the deals list, the fields that a create requires, and
 * whether an update can change the stage are not known. The SDK assumes nothing about them; moving a deal is
 * unavailable unless {@code deals.allow-unverified=true}.
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
