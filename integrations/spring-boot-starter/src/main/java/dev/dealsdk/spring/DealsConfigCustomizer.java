package dev.dealsdk.spring;

import dev.dealsdk.DealsConfig;

/**
 * Adds to the configuration of the clients what no property can hold, such as an HTTP client or a token that is read
 * elsewhere. Beans of this type are called once, in their {@linkplain org.springframework.core.annotation.Order order}, before
 * any client is made.
 *
 * <pre>{@code
 * @Bean
 * DealsConfigCustomizer corporateProxy(OkHttpClient http) {
 *   return config -> config.httpClient(http);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface DealsConfigCustomizer {
    /**
     * Changes the configuration of all clients.
     *
     * @param config holds what the properties say, and wins over them; {@code set("deals.connections.emea.token", ...)} is for
     *     one connection. It reads neither environment nor files
     */
    void customize(DealsConfig.Builder config);
}
