package dev.dealsdk.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.event.ShadowResult;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.StoraSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the dashboard of the documentation shows what a running program is scraped for, and all of it. */
class DashboardTest {
    private static final Path DASHBOARD = Path.of("..", "..", "docs", "grafana-dashboard.json");
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern TARGET = Pattern.compile("\"expr\": " + TEXT + ",\\s*\"legendFormat\": " + TEXT);
    private static final Pattern VARIABLE = Pattern.compile("label_values\\((deals\\w+)(?:\\{(.*)\\})?, (\\w+)\\)");
    private static final Pattern SELECTOR = Pattern.compile("(deals_\\w+)\\{([^}]*)\\}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)\\}\\}");
    private static final Pattern SAMPLE = Pattern.compile("(deals_\\w+)\\{([^}]*)\\} .*");

    /** The values of each label of each metric. */
    private static final Map<String, Map<String, Set<String>>> SCRAPED = new TreeMap<>();

    private static String dashboard = "";

    @BeforeAll
    static void scrapeAProgram() throws IOException, ReflectiveOperationException {
        dashboard = Files.readString(DASHBOARD);
        MeterRegistry registry = prometheus();
        try (StoraSimulator simulator = StoraSimulator.start()) {
            run(registry, simulator);
        }
        String text = (String) registry.getClass().getMethod("scrape").invoke(registry);
        matches(Pattern.compile("(?m)^" + SAMPLE.pattern()), text).forEach(sample -> {
            Map<String, Set<String>> labels = SCRAPED.computeIfAbsent(sample.group(1), name -> new TreeMap<>());
            matches(MATCHER, sample.group(2))
                    .forEach(label -> labels.computeIfAbsent(label.group(1), name -> new TreeSet<>())
                            .add(label.group(3)));
        });
    }

    /** That of Micrometer 1.13 and newer, or else the one before: the class has moved to another package. */
    private static MeterRegistry prometheus() throws ReflectiveOperationException {
        String place;
        try {
            place = "io.micrometer.prometheusmetrics.Prometheus";
            Class.forName(place + "MeterRegistry");
        } catch (ClassNotFoundException older) {
            place = "io.micrometer.prometheus.Prometheus";
        }
        Class<?> config = Class.forName(place + "Config");
        return Class.forName(place + "MeterRegistry")
                .asSubclass(MeterRegistry.class)
                .getConstructor(config)
                .newInstance(config.getField("DEFAULT").get(null));
    }

    /** Calls of every outcome that a vendor can cause, on two connections. */
    private static void run(MeterRegistry registry, StoraSimulator simulator) {
        Map<String, String> settings = new HashMap<>(simulator.config());
        settings.put("deals.max-retry-delay", "1ms");
        settings.put("deals.rate-limit", "1/200ms");
        settings.put("deals.connections.emea.max-attempts", "2");
        CallMetrics metrics = new CallMetrics(registry);
        DealsConfig config =
                DealsConfig.from(settings).toBuilder().addListener(metrics).build();
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        NewDeal unit8 = NewDeal.builder().name("Unit 8").build();
        try (DealsClient deals = DealsClient.connect(config);
                DealsClient emea = DealsClient.connect(config.connection("emea"))) {
            deals.get(id);
            simulator.inject(Fault.status(503).times(1));
            emea.get(id);
            simulator.inject(
                    Fault.status(404).header("X-RateLimit-Remaining", "41").times(1));
            fail(() -> deals.get("deal_none"), Outcome.REJECTED);
            fail(() -> deals.delete(id), Outcome.NOT_SENT);
            simulator.inject(Fault.status(500).times(1));
            fail(() -> deals.create(unit8), Outcome.UNKNOWN);
            simulator.inject(Fault.malformedBody().times(1));
            fail(() -> deals.create(unit8), Outcome.APPLIED);
        }
        // What compares is in another module.
        metrics.shadowRead(ShadowMetersTest.read(ShadowResult.DIFFERENT, 1, "stage"));
    }

    private static void fail(Runnable call, Outcome outcome) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DealsException.class,
                        failed -> assertThat(failed.outcome()).isEqualTo(outcome));
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    /** The text of a JSON string. */
    private static String plain(String json) {
        return json.replace("\\\"", "\"");
    }

    @Test
    void scrape_ofAProgram_hasEveryMetricAndLabelOfTheDashboard() {
        List<MatchResult> targets = matches(TARGET, dashboard);
        assertThat(targets).hasSizeGreaterThan(10);
        for (MatchResult target : targets) {
            String expression = plain(target.group(1));
            List<MatchResult> selectors = matches(SELECTOR, expression);
            assertThat(selectors).as(expression).hasSize(expression.split("deals_", -1).length - 1);
            List<String> grouping = matches(GROUPING, expression).stream()
                    .flatMap(by -> Arrays.stream(by.group(1).split(", ")))
                    .toList();
            selectors.forEach(selector -> requireScraped(expression, selector.group(1), selector.group(2), grouping));
            assertThat(grouping)
                    .as(expression)
                    .containsAll(matches(LEGEND, target.group(2)).stream()
                            .map(label -> label.group(1))
                            .toList());
        }
        List<MatchResult> variables = matches(VARIABLE, plain(dashboard));
        assertThat(variables).hasSize(2);
        variables.forEach(variable -> requireScraped(
                variable.group(),
                variable.group(1),
                variable.group(2) == null ? "" : variable.group(2),
                List.of(variable.group(3))));
    }

    private void requireScraped(String expression, String metric, String matchers, List<String> grouping) {
        assertThat(SCRAPED).as(expression).containsKey(metric);
        Map<String, Set<String>> labels = SCRAPED.getOrDefault(metric, Map.of());
        assertThat(labels.keySet()).as(expression).containsAll(grouping);
        for (MatchResult matcher : matches(MATCHER, matchers)) {
            assertThat(labels).as(expression).containsKey(matcher.group(1));
            if (!matcher.group(3).startsWith("$")) {
                assertThat(labels.get(matcher.group(1))).as(expression).contains(matcher.group(3));
            }
        }
    }

    @Test
    void dashboard_everyMetricOfAProgram_isShown() {
        Set<String> shown = matches(SELECTOR, plain(dashboard)).stream()
                .map(selector -> selector.group(1))
                .collect(Collectors.toSet());

        assertThat(shown).isEqualTo(SCRAPED.keySet());
    }

    @Test
    void scrape_connections_areInOneMetricWithTheSameLabels() {
        assertThat(SCRAPED)
                .allSatisfy((metric, labels) -> assertThat(labels).as(metric).containsKeys("provider", "connection"));
        Map<String, Set<String>> calls = SCRAPED.getOrDefault("deals_calls_seconds_count", Map.of());
        assertThat(calls.get("connection")).containsExactly("default", "emea");
        assertThat(calls.get("outcome")).containsExactly("applied", "not_sent", "rejected", "success", "unknown");
    }
}
