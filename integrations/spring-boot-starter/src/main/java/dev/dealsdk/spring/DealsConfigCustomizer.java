package dev.dealsdk.spring;

import dev.dealsdk.DealsConfig;

/**
 * Customizes the configuration of the clients with settings that a property cannot hold, such as an HTTP client or a
 * token from another source. Beans of this type are called once, in their {@linkplain
 * org.springframework.core.annotation.Order order}, before any client is created.
 *
 * <pre>{@code
 * @Bean
 * DealsConfigCustomizer corporateProxy(OkHttpClient http) {
 *     return config -> config.httpClient(http);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface DealsConfigCustomizer {
    /**
     * Customizes the configuration of all clients.
     *
     * @param config a builder that contains the properties, and whose values override them; use {@code
     *     set("deals.connections.emea.token", ...)} for a single connection. It does not read the environment or files
     */
    void customize(DealsConfig.Builder config);
}
