package dev.dealsdk.spring.test;

import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The application under test: its properties are those of production. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Desk {
    /** What the application does with its accounts. */
    record Accounts(DealsClient main, Optional<DealsClient> emea) {
        Deal open(String name) {
            return main.create(NewDeal.builder()
                    .name(name)
                    .value(DealValue.of("12000"))
                    .stage(StageRef.named("qualification"))
                    .build());
        }
    }

    @Bean
    Accounts accounts(DealsClient main, @Qualifier("emea") Optional<DealsClient> emea) {
        return new Accounts(main, emea);
    }
}
