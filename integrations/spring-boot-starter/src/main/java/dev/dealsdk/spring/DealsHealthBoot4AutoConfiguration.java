package dev.dealsdk.spring;

import dev.dealsdk.DealsClient;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Adds to the health endpoint of Boot 4 whether the accounts can be read: one indicator, or one for each client bean.
 * It is not part of the liveness and readiness groups. {@code management.health.deals.enabled=false} disables it.
 */
@AutoConfiguration(after = DealsAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
@ConditionalOnBean(DealsClient.class)
@ConditionalOnEnabledHealthIndicator("deals")
final class DealsHealthBoot4AutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = {"dealsHealthIndicator", "dealsHealthContributor"})
    HealthContributor dealsHealthContributor(Map<String, DealsClient> clients) {
        return clients.size() == 1
                ? indicator(clients.values().iterator().next())
                : CompositeHealthContributor.fromMap(clients, DealsHealthBoot4AutoConfiguration::indicator);
    }

    private static HealthIndicator indicator(DealsClient client) {
        DealsHealth health = new DealsHealth(client);
        return () -> {
            DealsHealth.Report report = health.report();
            return Health.status(report.status()).withDetails(report.details()).build();
        };
    }
}
