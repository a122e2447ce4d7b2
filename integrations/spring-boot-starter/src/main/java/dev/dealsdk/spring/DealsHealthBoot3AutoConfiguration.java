package dev.dealsdk.spring;

import dev.dealsdk.DealsClient;
import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Adds to the health endpoint of Boot 3.5 whether the accounts can be read: one indicator, or one for each client bean.
 * It is not part of the liveness and readiness groups. {@code management.health.deals.enabled=false} disables it.
 */
@AutoConfiguration(after = DealsAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
@ConditionalOnBean(DealsClient.class)
@ConditionalOnEnabledHealthIndicator("deals")
final class DealsHealthBoot3AutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = {"dealsHealthIndicator", "dealsHealthContributor"})
    HealthContributor dealsHealthContributor(Map<String, DealsClient> clients) {
        return clients.size() == 1
                ? indicator(clients.values().iterator().next())
                : CompositeHealthContributor.fromMap(clients, DealsHealthBoot3AutoConfiguration::indicator);
    }

    private static HealthIndicator indicator(DealsClient client) {
        DealsHealth health = new DealsHealth(client);
        return () -> {
            DealsHealth.Report report = health.report();
            return Health.status(report.status()).withDetails(report.details()).build();
        };
    }
}
