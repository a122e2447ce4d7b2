package dev.dealsdk.spring;

import dev.dealsdk.DealsClient;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Lists the connections if a {@link DealsClient} is injected, there are several, and none is primary. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AmbiguousClientFailureAnalyzer extends AbstractFailureAnalyzer<NoUniqueBeanDefinitionException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoUniqueBeanDefinitionException cause) {
        Collection<String> beans = cause.getBeanNamesFound();
        if (!DealsClient.class.equals(cause.getBeanType()) || beans == null) {
            return null;
        }
        List<String> names = beans.stream()
                .map(AmbiguousClientFailureAnalyzer::qualifier)
                .sorted()
                .toList();
        return new FailureAnalysis(
                "A DealsClient is asked for, but there are " + names.size() + " and none is primary: "
                        + String.join(", ", names),
                "Say which one: "
                        + names.stream()
                                .map(name -> "@Qualifier(\"" + name + "\")")
                                .collect(Collectors.joining(" or "))
                        + ". Or make one the primary client: set deals.provider and its credentials, such as deals.token, at"
                        + " the top level as well.",
                cause);
    }

    private static String qualifier(String beanName) {
        String suffix = DealsClientRegistrar.beanName("");
        return beanName.endsWith(suffix) ? beanName.substring(0, beanName.length() - suffix.length()) : beanName;
    }
}
