/**
 * The provider of Play2Sell SalesOS: deals of its API v1.
 *
 * <p>The base URL is {@code https://api.play2sell.com}, the token endpoint {@code
 * https://auth.play2sell.com/oauth/token}. The provider is written from these pages of the vendor's documentation, as
 * read in November 2026. The sources refer to them by tags: {@code [docs: sales]} is api/endpoints/sales, {@code [docs:
 * overview]} is api/overview, {@code [docs: auth-jwt]} is the authentication page that describes access tokens, {@code
 * [docs: faq/sales]} is the FAQ of the product. Statements marked <em>inferred</em> are our interpretation of them.
 *
 * <p>Later pages of the same site describe another API (one endpoint, API keys, signed requests) and no longer mention
 * deals. No page says that {@code /v1/deals} was withdrawn. Ask the vendor whether it serves your account.
 *
 * <pre>{@code
 * # deals.properties
 * deals.provider=play2sell
 * deals.token=${PLAY2SELL_TOKEN}
 * }</pre>
 */
@NullMarked
package dev.dealsdk.play2sell;

import org.jspecify.annotations.NullMarked;
