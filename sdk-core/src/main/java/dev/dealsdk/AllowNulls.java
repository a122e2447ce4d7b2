package dev.dealsdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the generator to keep null values of a map. The generator recognizes the annotation by its simple name. */
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
@interface AllowNulls {}
