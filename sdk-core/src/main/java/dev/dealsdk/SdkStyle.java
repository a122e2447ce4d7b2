package dev.dealsdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** How the neutral value types are generated: the implementation stays hidden behind the interface and its builder. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        // Nobody sees the implementation, so nobody could call its copying methods.
        defaults = @Value.Immutable(copy = false),
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        // Else the API pages of a builder would name its inherited setters, but not show them.
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        // Most requests set few of their lists and maps.
        deferCollectionAllocation = true,
        // No attribute is ever null. The default would take the @Nullable of a map's values for the map's own.
        nullableAnnotation = "NoAttributeIsNullable",
        // Without this, callers who compile with -Xlint:all -Werror fail on an annotation they do not have.
        allowedClasspathAnnotations = javax.annotation.processing.Generated.class)
@interface SdkStyle {}
