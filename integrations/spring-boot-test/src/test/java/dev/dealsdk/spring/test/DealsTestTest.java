package dev.dealsdk.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

/** A test of an application, as a user writes it. */
@SpringBootTest(
        classes = Desk.class,
        properties = {
            "deals.provider=stora",
            "deals.base-url=https://gate.example.com",
            "deals.oauth.client-id=production",
            "deals.oauth.client-secret=s3cr3t",
            "deals.call-timeout=7s"
        })
@DealsTest(vendor = "play2sell")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DealsTestTest {
    @Autowired
    private Desk.Accounts accounts;

    @Autowired
    private VendorSimulator vendor;

    @Autowired
    private Play2SellSimulator play2sell;

    @Autowired
    private Environment environment;

    @Test
    @Order(1)
    void context_ofTheTest_usesTheSimulator() {
        assertThat(vendor).isSameAs(play2sell);
        assertThat(accounts.main().capabilities().provider()).isEqualTo("play2sell");

        int before = vendor.deals().size();
        String id = accounts.open("StartupXYZ").id();

        assertThat(vendor.deals()).hasSize(before + 1).anyMatch(deal -> id.equals(deal.get("id")));
    }

    @Test
    @Order(1)
    void properties_thatSayNothingOfTheAccount_stay() {
        assertThat(environment.getProperty("deals.call-timeout")).isEqualTo("7s");
        vendor.inject(Fault.status(500).always());
    }

    @Test
    @Order(2)
    void simulator_atTheNextTest_hasForgottenFaultsAndRequests() {
        assertThat(vendor.faults().pending()).isZero();
        assertThat(vendor.journal()).isEmpty();
    }
}
