package dev.dealsdk.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** All our modules keep the rules. */
class ArchitectureTest {
    private static final ModuleMap MODULES = new ModuleMap("dev.dealsdk");
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.dealsdk");

    private final DependencyRules dependencies = new DependencyRules(MODULES);
    private final SignatureRules signatures = new SignatureRules(MODULES);

    @Test
    void modules_allOfThem_areLookedAt() {
        assertThat(OURS.stream().map(MODULES::moduleOf).distinct())
                .contains("core", "play2sell", "testkit", "examples");
        assertThat(OURS.stream().filter(MODULES::isInternal)).isNotEmpty();
        assertThat(OURS.stream().filter(MODULES::isCoreApi)).hasSizeGreaterThan(50);
    }

    @Test
    void internals_ofAModule_areUsedByNoOther() {
        dependencies.internalsStayInTheirModule().check(OURS);
    }

    @Test
    void core_dependsOnNoOtherModule() {
        dependencies.coreKnowsNoOtherModule().check(OURS);
    }

    @Test
    void core_namesNoVendor() {
        new VendorNameRule(MODULES).coreNamesNoVendor(OURS).check(OURS);
    }

    @Test
    void providers_dependOnNoOtherProvider() {
        dependencies.providersKnowNoOtherProvider().check(OURS);
    }

    @Test
    void testkit_dependsOnNoProvider() {
        dependencies.testkitKnowsNoProvider().check(OURS);
    }

    @Test
    void publicSignatures_ofTheCore_nameNoLibrary() {
        signatures.publicSignaturesNameNoLibrary().check(OURS);
    }

    @Test
    void numbers_inSignaturesAndFields_areExact() {
        signatures.numbersAreExact().check(OURS);
    }
}
