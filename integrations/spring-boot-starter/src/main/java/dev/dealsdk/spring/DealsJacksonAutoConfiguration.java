package dev.dealsdk.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the SDK's Jackson modules as beans, so that Boot's own mappers serialize the types of the SDK, such as a
 * {@code Deal} that a controller returns and a {@code NewDeal} in a request body. Without Jackson they have no effect.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
final class DealsJacksonAutoConfiguration {
    /** Boot 3.5, and Boot 4 with its module for the older Jackson. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "com.fasterxml.jackson.databind.ObjectMapper")
    static class Jackson2 {
        @Bean
        @ConditionalOnMissingBean
        dev.dealsdk.jackson.DealsModule dealsJacksonModule() {
            return new dev.dealsdk.jackson.DealsModule();
        }
    }

    /** Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "tools.jackson.databind.ObjectMapper")
    static class Jackson3 {
        @Bean
        @ConditionalOnMissingBean
        dev.dealsdk.jackson3.DealsModule dealsJackson3Module() {
            return new dev.dealsdk.jackson3.DealsModule();
        }
    }
}
