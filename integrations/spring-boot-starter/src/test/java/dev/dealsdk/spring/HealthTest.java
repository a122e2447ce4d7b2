package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What the health endpoint is told, through the types of whichever Boot is there. */
final class HealthTest {
    private static final String PACKAGE = Apps.isBoot3()
            ? "org.springframework.boot.actuate.health."
            : "org.springframework.boot.health.contributor.";

    private final StoraSimulator stora = StoraSimulator.start();

    @AfterEach
    void stop() {
        stora.close();
    }

    @Test
    void health_vendorThatAnswers_isUp() {
        Apps.app(stora).run(context -> {
            warmUp(context);
            Object health = health(contributor(context));

            assertThat(health.toString()).startsWith("UP").contains("provider=stora", "operation=list-stages");
        });
    }

    @Test
    void health_severalClients_areToldOneByOne() {
        try (Play2SellSimulator play2sell = Play2SellSimulator.start()) {
            Apps.app(stora)
                    .withPropertyValues(Apps.properties("deals.connections.emea.", play2sell))
                    .run(context -> {
                        warmUp(context);
                        play2sell.inject(Fault.status(503).always());
                        Object composite = contributor(context);

                        assertThat(health(member(composite, "dealsClient")).toString())
                                .startsWith("UP");
                        assertThat(health(member(composite, "emeaDealsClient")).toString())
                                .startsWith("DOWN");
                    });
        }
    }

    @Test
    void health_switchedOff_isNotThere() {
        Apps.app(stora)
                .withPropertyValues("management.health.deals.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("dealsHealthContributor"));
    }

    @Test
    void report_vendorInTrouble_isDownAfterOneAttempt() {
        try (DealsClient client = DealsClient.connect(DealsConfig.from(stora.config()))) {
            stora.inject(Fault.status(503).always());

            DealsHealth.Report report = new DealsHealth(client).report();

            assertThat(report.status()).isEqualTo("DOWN");
            assertThat(report.details().get("error")).asString().contains("VendorUnavailableException", "503");
            assertThat(stora.journal()).hasSize(1);
        }
    }

    @Test
    void report_askedAgain_isReadAnewAfterHalfAMinute() {
        AtomicLong now = new AtomicLong();
        try (DealsClient client = DealsClient.connect(DealsConfig.from(stora.config()))) {
            DealsHealth health = new DealsHealth(client, now::get);
            DealsHealth.Report first = health.report();
            now.addAndGet(29_999_999_999L);
            assertThat(health.report()).isSameAs(first);
            assertThat(stora.journal()).hasSize(1);

            now.incrementAndGet();
            DealsHealth.Report later = health.report();

            assertThat(later).isNotSameAs(first);
            assertThat(stora.journal()).hasSize(2);
        }
    }

    @Test
    void report_quotaSpent_isUnknown() {
        try (DealsClient client = DealsClient.connect(DealsConfig.from(stora.config()))) {
            stora.inject(Fault.status(429).header("Retry-After", "60"));

            assertThat(new DealsHealth(client).report().status()).isEqualTo("UNKNOWN");
        }
    }

    @Test
    void report_tokenRefused_isDownWithoutTheToken() {
        try (DealsClient client = DealsClient.connect(DealsConfig.from(
                Map.of("deals.provider", "stora", "deals.token", "s3cr3t", "deals.base-url", stora.url())))) {
            DealsHealth.Report report = new DealsHealth(client).report();

            assertThat(report.status()).isEqualTo("DOWN");
            assertThat(report.toString()).contains("AuthenticationException").doesNotContain("s3cr3t");
        }
    }

    @Test
    void report_vendorWithoutAnyListing_asksForADealOfNobody() {
        try (BacksideSimulator backside = BacksideSimulator.start();
                DealsClient client = DealsClient.connect(DealsConfig.from(backside.config()))) {
            DealsHealth.Report report = new DealsHealth(client).report();

            assertThat(report.status()).isEqualTo("UP");
            assertThat(report.details()).containsEntry("operation", "get");
        }
    }

    /** The first call loads classes, which on a busy machine may take longer than health waits. */
    private static void warmUp(ApplicationContext context) {
        assertThat(context.getBeansOfType(DealsClient.class).values())
                .allSatisfy(client -> assertThat(client.stages()).isNotEmpty());
    }

    private static Object contributor(ApplicationContext context) {
        return context.getBean("dealsHealthContributor");
    }

    private static Object health(Object indicator) throws ReflectiveOperationException {
        return Class.forName(PACKAGE + "HealthIndicator").getMethod("health").invoke(indicator);
    }

    private static Object member(Object composite, String name) throws ReflectiveOperationException {
        return Class.forName(PACKAGE + "CompositeHealthContributor")
                .getMethod("getContributor", String.class)
                .invoke(composite, name);
    }
}
