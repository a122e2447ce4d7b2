package dev.dealsdk.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets Boot's own mappers write and read the types of the SDK, such as {@code Deal} from a controller and {@code NewDeal} as its
 * body: Boot takes every module that is a bean. The modules are idle until the application brings Jackson.
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
