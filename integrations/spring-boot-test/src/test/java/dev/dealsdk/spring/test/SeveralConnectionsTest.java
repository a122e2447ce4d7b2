package dev.dealsdk.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A simulator for each account of an application. */
@SpringBootTest(classes = Desk.class)
@DealsTest(vendor = "stora")
@DealsTest(vendor = "play2sell", connection = "emea")
final class SeveralConnectionsTest {
    @Autowired
    private Desk.Accounts accounts;

    @Autowired
    private StoraSimulator stora;

    @Autowired
    private Play2SellSimulator play2sell;

    @Test
    void connections_eachHaveTheirSimulator() {
        assertThat(accounts.main().stages()).isNotEmpty();
        assertThat(accounts.emea().orElseThrow().stages()).isNotEmpty();

        assertThat(stora.journal()).hasSize(1);
        assertThat(play2sell.journal()).hasSize(1);
    }
}
