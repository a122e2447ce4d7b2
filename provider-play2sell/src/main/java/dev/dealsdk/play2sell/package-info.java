/**
 * Deals of Play2Sell SalesOS, API v1.
 *
 * <p>Base URL {@code https://api.play2sell.com}; token endpoint {@code https://auth.play2sell.com/oauth/token}. Written from
 * these pages of the vendor's documentation, as read in November 2026, and named by these tags in the sources: {@code [docs:
 * sales]} api/endpoints/sales, {@code [docs: overview]} api/overview, {@code [docs: auth-jwt]} the authentication page that
 * describes access tokens, {@code [docs: faq/sales]} the product's questions and answers. What is marked <em>inferred</em> is
 * our reading of them.
 *
 * <p>Later pages of the same site describe another API (one endpoint, API keys, signed requests) and no longer mention deals;
 * nothing read says that {@code /v1/deals} was withdrawn. Ask the vendor whether it serves your account.
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
