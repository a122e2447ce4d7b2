package dev.dealsdk.verify.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dealsdk.examples.CapabilityTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All our modules keep the rules. */
class ArchitectureTest {
    private static final Path DESCRIPTOR = Path.of("src", "main", "java", "module-info.java");
    private static final Pattern MODULE = Pattern.compile("(?m)^(?:open )?module ([\\w.]+)");
    private static final ModuleMap MODULES = new ModuleMap("dev.dealsdk");
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/dev/dealsdk/verify/"))
            // Libraries of others, which the jar of the test kit holds under our name.
            .withImportOption(location -> !location.contains("/dev/dealsdk/testkit/internal/shaded/"))
            .importPackages("dev.dealsdk");

    /** The most files of one internal package, so that a newcomer sees what belongs together. */
    private static final int MOST_FILES = 25;

    private final DependencyRules dependencies = new DependencyRules(MODULES);
    private final SignatureRules signatures = new SignatureRules(MODULES);

    @Test
    void modules_allOfThem_areLookedAt() {
        assertThat(OURS.stream().map(MODULES::moduleOf).distinct())
                .contains("core", "play2sell", "testkit", "examples");
        assertThat(OURS.stream().filter(MODULES::isInternal)).isNotEmpty();
        assertThat(OURS.stream().filter(MODULES::isCoreApi)).hasSizeGreaterThan(50);
    }

    /** A module with a descriptor is published; one that is no dependency of this module would keep no rule. */
    @Test
    void modules_thatArePublished_areOnTheClassPath() throws IOException {
        Path root = CapabilityTable.root();
        try (Stream<Path> files = Files.find(root, 6, (path, attributes) -> path.endsWith(DESCRIPTOR))) {
            List<String> published = files.map(ArchitectureTest::moduleName).toList();

            assertThat(published).contains("dev.dealsdk", "dev.dealsdk.testkit");
            assertThat(published)
                    .as("add what is missing to verify/pom.xml")
                    .allMatch(name ->
                            OURS.stream().anyMatch(type -> type.getPackageName().equals(name)));
        }
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
    void internals_ofTheCore_formNoCircleOfPackages() {
        dependencies.internalsOfTheCoreFormNoCircle().check(OURS);
    }

    @Test
    void internals_ofTheCore_areSmallPackages() throws IOException {
        Path internals = CapabilityTable.root().resolve("sdk-core/src/main/java/dev/dealsdk/internal");
        try (Stream<Path> files = Files.find(internals, 6, (path, attributes) -> attributes.isRegularFile())) {
            Map<Path, Long> filesByPackage =
                    files.collect(groupingBy(file -> internals.relativize(file.getParent()), counting()));

            assertThat(filesByPackage)
                    .hasSizeGreaterThan(10)
                    .allSatisfy((name, count) ->
                            assertThat(count).as("files of internal/%s", name).isLessThanOrEqualTo(MOST_FILES));
        }
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

    @Test
    void text_ofEveryModule_needsNoDefaultLocale() {
        new LocaleRule(MODULES).textNeedsNoDefaultLocale().check(OURS);
    }

    private static String moduleName(Path descriptor) {
        try {
            Matcher name = MODULE.matcher(Files.readString(descriptor));
            assertThat(name.find()).as("%s names a module", descriptor).isTrue();
            return name.group(1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
