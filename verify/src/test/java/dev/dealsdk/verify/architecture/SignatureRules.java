package dev.dealsdk.verify.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which types may stand in a signature. */
final class SignatureRules {
    private static final Set<String> BINARY_FRACTIONS =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final List<String> LIBRARIES = List.of("com.fasterxml.", "okhttp3.", "okio.", "org.slf4j.");

    private final ModuleMap modules;

    SignatureRules(ModuleMap modules) {
        this.modules = modules;
    }

    /** The hand-in of an HTTP client through the configuration is the one exception. */
    ArchRule publicSignaturesNameNoLibrary() {
        return rule(
                "have no type of a library in a public signature",
                type -> modules.isCoreApi(type) && isPublic(type),
                type -> inherited(type).filter(SignatureRules::isVisible),
                (member, named) -> LIBRARIES.stream().anyMatch(named.getName()::startsWith)
                        && !(named.getName().equals("okhttp3.OkHttpClient")
                                && outermost(member.getOwner()).getSimpleName().equals("DealsConfig")));
    }

    ArchRule numbersAreExact() {
        return rule(
                "have no binary fraction in any signature or field",
                type -> modules.isCoreApi(type) || modules.isProvider(type),
                type -> type.getMembers().stream(),
                (member, named) -> BINARY_FRACTIONS.contains(named.getName()));
    }

    private static ArchRule rule(
            String description,
            Predicate<JavaClass> concerned,
            Function<JavaClass, Stream<? extends JavaMember>> members,
            BiPredicate<JavaMember, JavaClass> forbidden) {
        return classes().should(new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!concerned.test(type)) {
                    return;
                }
                members.apply(type)
                        .forEach(member -> typesOf(member).stream()
                                .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                                .map(JavaClass::getBaseComponentType)
                                .filter(named -> forbidden.test(member, named))
                                .forEach(named -> events.add(SimpleConditionEvent.violated(
                                        member,
                                        type.getName() + " has " + member.getFullName() + " with "
                                                + named.getName()))));
            }
        });
    }

    /** With what a public type inherits from types that are not: its callers see that as well. */
    private Stream<JavaMember> inherited(JavaClass type) {
        return Stream.<Collection<? extends JavaMember>>of(
                        type.getAllMethods(), type.getAllFields(), type.getConstructors())
                .flatMap(Collection::stream)
                .map(JavaMember.class::cast)
                .filter(member -> modules.isOurs(member.getOwner()));
    }

    private static Collection<JavaType> typesOf(JavaMember member) {
        List<JavaType> types = new ArrayList<>();
        if (member instanceof JavaField field) {
            types.add(field.getType());
        } else if (member instanceof JavaCodeUnit code) {
            types.add(code.getReturnType());
            types.addAll(code.getParameterTypes());
            types.addAll(code.getExceptionTypes());
        }
        return types;
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(SignatureRules::isPublic).orElse(true);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(SignatureRules::outermost).orElse(type);
    }
}
