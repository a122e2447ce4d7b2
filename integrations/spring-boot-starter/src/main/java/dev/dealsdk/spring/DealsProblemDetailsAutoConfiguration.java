package dev.dealsdk.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * With {@code deals.problem-details.enabled=true}, a web application responds to a failed call with problem details
 * (RFC 9457) instead of a bare 500, and to an invalid body of a type such as {@code NewDeal} with a 400 that names the
 * field.
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass(name = "org.springframework.http.ProblemDetail")
@ConditionalOnProperty(prefix = "deals.problem-details", name = "enabled", havingValue = "true")
final class DealsProblemDetailsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    DealsExceptionHandler dealsExceptionHandler() {
        return new DealsExceptionHandler();
    }
}
