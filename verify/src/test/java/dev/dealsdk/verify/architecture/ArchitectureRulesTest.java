package dev.dealsdk.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.dealsdk.verify.architecture.offending.CallsAcme;
import dev.dealsdk.verify.architecture.offending.DealsConfig;
import dev.dealsdk.verify.architecture.offending.DefaultLocale;
import dev.dealsdk.verify.architecture.offending.Innocent;
import dev.dealsdk.verify.architecture.offending.LeaksLibraries;
import dev.dealsdk.verify.architecture.offending.NamesAVendor;
import dev.dealsdk.verify.architecture.offending.RoughAmount;
import dev.dealsdk.verify.architecture.offending.acme.AcmeDeals;
import dev.dealsdk.verify.architecture.offending.internal.Secret;
import dev.dealsdk.verify.architecture.offending.spi.LeaksByInheritance;
import dev.dealsdk.verify.architecture.offending.testkit.AcmeSimulator;
import dev.dealsdk.verify.architecture.offending.zenith.ZenithDeals;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule can fail: it finds those that break it, and nobody else. */
class ArchitectureRulesTest {
    private static final ModuleMap MODULES = new ModuleMap(Innocent.class.getPackageName());
    private static final JavaClasses OFFENDING =
            new ClassFileImporter().importPackages(Innocent.class.getPackageName());

    private final DependencyRules dependencies = new DependencyRules(MODULES);
    private final SignatureRules signatures = new SignatureRules(MODULES);

    @Test
    void internals_usedByAnotherModule_areFound() {
        assertFinds(dependencies.internalsStayInTheirModule(), AcmeDeals.class);
    }

    @Test
    void core_dependingOnAVendor_isFound() {
        assertFinds(dependencies.coreKnowsNoOtherModule(), CallsAcme.class);
    }

    @Test
    void internals_inACircleOfPackages_areFound() {
        assertThat(String.join("\n", details(dependencies.internalsOfTheCoreFormNoCircle())))
                .contains("Cycle detected", "Outward.andBack()", "Homeward.andThere()");
    }

    @Test
    void core_namingAVendor_isFound() {
        assertFinds(new VendorNameRule(MODULES).coreNamesNoVendor(OFFENDING), CallsAcme.class, NamesAVendor.class);
    }

    @Test
    void provider_dependingOnAnother_isFound() {
        assertFinds(dependencies.providersKnowNoOtherProvider(), AcmeDeals.class);
    }

    @Test
    void testkit_dependingOnAProvider_isFound() {
        assertFinds(dependencies.testkitKnowsNoProvider(), AcmeSimulator.class);
    }

    @Test
    void library_inAPublicSignature_isFound() {
        assertFinds(
                signatures.publicSignaturesNameNoLibrary(),
                LeaksLibraries.class,
                LeaksByInheritance.class,
                LeaksByInheritance.Builder.class);
        assertThat(details(signatures.publicSignaturesNameNoLibrary()))
                .filteredOn(detail -> detail.contains("LeaksLibraries"))
                .extracting(detail -> detail.replaceAll(".* with ", ""))
                .containsExactlyInAnyOrder(
                        "okhttp3.Call", "com.fasterxml.jackson.core.JsonParser", "okhttp3.OkHttpClient", "okio.Buffer");
    }

    @Test
    void binaryFraction_inASignatureOrField_isFound() {
        assertFinds(signatures.numbersAreExact(), RoughAmount.class, ZenithDeals.class);
        assertThat(details(signatures.numbersAreExact()))
                .filteredOn(detail -> detail.contains("RoughAmount"))
                .extracting(detail -> detail.replaceAll(".* with ", ""))
                .containsExactlyInAnyOrder("double", "java.lang.Double", "float", "java.lang.Float");
    }

    @Test
    void text_ofTheDefaultLocale_isFound() {
        ArchRule rule = new LocaleRule(MODULES).textNeedsNoDefaultLocale();

        assertFinds(rule, DefaultLocale.class);
        assertThat(details(rule))
                .filteredOn(detail -> detail.contains("DefaultLocale"))
                .as("format, formatted, toLowerCase, and the reference to toUpperCase")
                .hasSize(4);
    }

    private static void assertFinds(ArchRule rule, Class<?>... offenders) {
        List<String> details = details(rule);
        for (Class<?> offender : offenders) {
            assertThat(details).as(rule.getDescription()).anyMatch(detail -> detail.contains(offender.getName()));
        }
        List<Class<?>> all = List.of(
                AcmeDeals.class,
                AcmeSimulator.class,
                CallsAcme.class,
                DealsConfig.class,
                DefaultLocale.class,
                Innocent.class,
                LeaksByInheritance.class,
                LeaksLibraries.class,
                NamesAVendor.class,
                RoughAmount.class,
                Secret.class,
                ZenithDeals.class);
        assertThat(all)
                .as(rule.getDescription())
                .filteredOn(type -> details.stream().anyMatch(detail -> isAbout(detail, type)))
                .isSubsetOf(Stream.of(offenders).toList());
    }

    /** Dependencies are told as {@code Method <from.there()> calls method <to.here()>}, the rest by the name first. */
    private static boolean isAbout(String detail, Class<?> type) {
        return detail.replaceFirst("^\\w+ <", "").startsWith(type.getName());
    }

    private static List<String> details(ArchRule rule) {
        return rule.evaluate(OFFENDING).getFailureReport().getDetails();
    }
}
