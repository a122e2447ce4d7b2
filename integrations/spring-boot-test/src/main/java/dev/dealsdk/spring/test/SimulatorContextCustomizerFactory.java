package dev.dealsdk.spring.test;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Detects {@link DealsTest} on a test class. */
final class SimulatorContextCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        Set<DealsTest> wanted = AnnotatedElementUtils.findMergedRepeatableAnnotations(testClass, DealsTest.class);
        return wanted.isEmpty() ? null : new SimulatorContextCustomizer(Set.copyOf(wanted));
    }
}
