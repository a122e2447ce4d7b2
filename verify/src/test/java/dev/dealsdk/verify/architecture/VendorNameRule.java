package dev.dealsdk.verify.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The core does not even name a vendor: {@code if (provider.equals("acme"))} depends on no class of the vendor, and yet
 * knows it.
 */
final class VendorNameRule {
    private final ModuleMap modules;

    VendorNameRule(ModuleMap modules) {
        this.modules = modules;
    }

    /** Vendors are those whose providers are among the classes. */
    ArchRule coreNamesNoVendor(JavaClasses classes) {
        List<Pattern> vendors = classes.stream()
                .filter(modules::isProvider)
                .map(modules::moduleOf)
                .distinct()
                // As a word, or at the front of one in camel case: "storage" is no vendor.
                .map(name -> Pattern.compile("(?i:" + Pattern.quote(name) + ")(?![a-z])"))
                .toList();
        return classes().should(new ArchCondition<>("not name a vendor in the core") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!modules.isCore(type)) {
                    return;
                }
                ClassFile.textsOf(type).stream()
                        .filter(text -> vendors.stream()
                                .anyMatch(vendor -> vendor.matcher(text).find()))
                        .forEach(text -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " holds \"" + text + "\"")));
            }
        });
    }
}
