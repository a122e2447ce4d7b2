package dev.dealsdk.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.dealsdk.spring.DealsAutoConfiguration;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

/** From the start of a simulator to its end, without JUnit's own part in it. */
final class SimulatorLifeTest {
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DealsAutoConfiguration.class)
    static class Application {}

    @ContextConfiguration(classes = Application.class)
    @DealsTest(vendor = "stora")
    static class Sound {
        void test() {}
    }

    @ContextConfiguration(classes = Application.class)
    @DealsTest(vendor = "acme")
    static class OfAnUnknownVendor {
        void test() {}
    }

    @ContextConfiguration(classes = Application.class)
    static class Ordinary {
        void test() {}
    }

    @Test
    void breachOfTheContract_failsTheTest() throws Exception {
        TestContextManager test = new TestContextManager(Sound.class);
        test.beforeTestMethod(new Sound(), Sound.class.getDeclaredMethod("test"));
        VendorSimulator vendor = vendor(test);
        int status = get(vendor, "/2025-09/deals?nonsense=1");

        assertThat(status).isEqualTo(200);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> test.afterTestMethod(new Sound(), Sound.class.getDeclaredMethod("test"), null))
                .withMessageContaining("nonsense");
        test.getTestContext().markApplicationContextDirty(null);
    }

    @Test
    void breachOfTheContract_afterAFailedTest_doesNotHideItsFailure() throws Exception {
        TestContextManager test = new TestContextManager(Sound.class);
        test.beforeTestMethod(new Sound(), Sound.class.getDeclaredMethod("test"));
        int status = get(vendor(test), "/2025-09/deals?nonsense=1");

        assertThat(status).isEqualTo(200);
        assertThatNoException()
                .isThrownBy(() -> test.afterTestMethod(
                        new Sound(), Sound.class.getDeclaredMethod("test"), new AssertionError("its own")));
        test.getTestContext().markApplicationContextDirty(null);
    }

    @Test
    void simulator_whenTheContextCloses_isClosed() throws Exception {
        TestContextManager test = new TestContextManager(Sound.class);
        VendorSimulator vendor = vendor(test);

        test.getTestContext().markApplicationContextDirty(null);

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(vendor, "/"));
    }

    @Test
    void vendor_unknown_isToldWithThoseThereAre() {
        assertThatIllegalStateException()
                .isThrownBy(() -> vendor(new TestContextManager(OfAnUnknownVendor.class)))
                .havingRootCause()
                .withMessage("@DealsTest(vendor = \"acme\"): there is no such simulator; there are backside, play2sell,"
                        + " stardex, stora");
    }

    @Test
    void testWithoutTheAnnotation_hasNoSimulator() {
        assertThat(new SimulatorContextCustomizerFactory().createContextCustomizer(Ordinary.class, List.of()))
                .isNull();
    }

    private static VendorSimulator vendor(TestContextManager test) {
        return test.getTestContext().getApplicationContext().getBean(VendorSimulator.class);
    }

    private static int get(VendorSimulator vendor, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(vendor.url() + path))
                .header("Authorization", "Bearer " + vendor.token())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
