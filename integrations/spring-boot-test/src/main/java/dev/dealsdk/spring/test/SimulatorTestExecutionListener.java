package dev.dealsdk.spring.test;

import dev.dealsdk.testkit.VendorSimulator;
import java.util.Collection;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Clears the records of the simulators before each test, and checks the vendors' contracts after it. */
final class SimulatorTestExecutionListener implements TestExecutionListener {
    @Override
    public void beforeTestMethod(TestContext test) {
        for (VendorSimulator simulator : simulators(test)) {
            simulator.faults().clear();
            simulator.clearJournal();
            simulator.clearContractViolations();
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.getTestException() == null) {
            simulators(test).forEach(VendorSimulator::requireContract);
        }
    }

    private static Collection<VendorSimulator> simulators(TestContext test) {
        boolean wanted = !AnnotatedElementUtils.findMergedRepeatableAnnotations(test.getTestClass(), DealsTest.class)
                .isEmpty();
        return wanted
                ? test.getApplicationContext()
                        .getBeansOfType(VendorSimulator.class)
                        .values()
                : List.of();
    }
}
