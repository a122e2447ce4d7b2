package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;

/** Which clients there are, and who is given which. */
final class ClientBeansTest {
    private final StoraSimulator stora = StoraSimulator.start();
    private final Play2SellSimulator play2sell = Play2SellSimulator.start();

    @AfterEach
    void stop() {
        stora.close();
        play2sell.close();
    }

    /** What an application injects. */
    record Desk(DealsClient main, @Qualifier("emea") DealsClient emea) {}

    record Only(DealsClient client) {}

    /** Remembers what began and what ended. */
    static final class Calls implements CallListener {
        private final List<String> started = new CopyOnWriteArrayList<>();
        private final List<String> finished = new CopyOnWriteArrayList<>();

        @Override
        public CallObserver callStarted(CallStart call) {
            started.add(call.name());
            return new CallObserver() {
                @Override
                public void finished(CallEnd end) {
                    finished.add(call.name());
                }
            };
        }
    }

    @Test
    void client_ofTheTopLevel_works() {
        Apps.app(stora)
                .run(context ->
                        assertThat(context.getBean(DealsClient.class).stages()).isNotEmpty());
    }

    @Test
    void clients_named_areQualifiedAndTheTopLevelIsPrimary() {
        Apps.app(stora)
                .withPropertyValues(Apps.properties("deals.connections.emea.", play2sell))
                .withBean(Desk.class)
                .run(context -> {
                    Desk desk = context.getBean(Desk.class);
                    assertThat(desk.main().capabilities().provider()).isEqualTo("stora");
                    assertThat(desk.emea().capabilities().provider()).isEqualTo("play2sell");
                    assertThat(desk.emea().stages()).isNotEmpty();
                    assertThat(context.getBeansOfType(DealsClient.class))
                            .containsOnlyKeys("dealsClient", "emeaDealsClient");
                });
    }

    @Test
    void clients_topLevelThatIsOnlyInherited_isNoBean() {
        Apps.app()
                .withPropertyValues("deals.provider=stora", "deals.connections.emea.token=a")
                .withPropertyValues("deals.connections.emea.base-url=" + stora.url())
                .withBean(Only.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(DealsClient.class).hasBean("emeaDealsClient");
                    assertThat(context.getBean(Only.class).client()).isSameAs(context.getBean("emeaDealsClient"));
                });
    }

    @Test
    void client_ofTheApplication_takesThePlaceOfOurs() {
        Apps.app()
                .withBean("own", DealsClient.class, () -> DealsClient.connect(DealsConfig.from(stora.config())))
                .run(context ->
                        assertThat(context).hasSingleBean(DealsClient.class).hasBean("own"));
    }

    @Test
    void configuration_ofTheApplication_takesThePlaceOfOurs() {
        Apps.app()
                .withBean("own", DealsConfig.class, () -> DealsConfig.from(play2sell.config()))
                .run(context -> assertThat(context.getBean(DealsClient.class)
                                .capabilities()
                                .provider())
                        .isEqualTo("play2sell"));
    }

    @Test
    void clients_whenTheContextCloses_areClosed() {
        DealsClient[] kept = new DealsClient[1];

        Apps.app(stora).run(context -> kept[0] = context.getBean(DealsClient.class));

        assertThat(catchIllegalState(kept[0])).isTrue();
    }

    @Test
    void listeners_thatAreBeans_areToldOfCalls() {
        Apps.app(stora).withBean(Calls.class).run(context -> {
            assertThat(context.getBean(DealsClient.class).stages()).isNotEmpty();

            assertThat(context.getBean(Calls.class).finished).containsExactly("list-stages");
        });
    }

    @Test
    void start_vendorThatNeverAnswers_isNotHeldUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Apps.app()
                    .withPropertyValues(
                            "deals.provider=stora",
                            "deals.token=a",
                            "deals.base-url=http://127.0.0.1:" + silent.getLocalPort(),
                            "deals.stages.talks=Negotiation")
                    .withBean(Calls.class)
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(context.getBean(Calls.class).finished)
                                .as("whoever waits for the stages goes on when the call has ended")
                                .isEmpty();
                    });
        }
    }

    @Test
    void start_stageThatTheAccountLacks_isNotHeldUpAndRefusedWhenUsed() {
        Apps.app(play2sell).withPropertyValues("deals.stages.talks=Wun").run(context -> {
            DealsClient client = context.getBean(DealsClient.class);

            assertThatThrownBy(() -> client.create(NewDeal.builder()
                            .name("One")
                            .value(DealValue.of("1"))
                            .stage(StageRef.named("talks"))
                            .build()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"Wun\" is no stage of the account");
        });
    }

    private static boolean catchIllegalState(DealsClient closed) {
        try {
            return closed.stages().isEmpty();
        } catch (IllegalStateException expected) {
            return true;
        }
    }
}
