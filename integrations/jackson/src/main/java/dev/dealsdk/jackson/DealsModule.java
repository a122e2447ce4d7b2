package dev.dealsdk.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.dealsdk.DealsException;
import dev.dealsdk.Page;
import dev.dealsdk.json.NeutralJson;

/**
 * Teaches Jackson 2 the neutral types of the Deals SDK, from {@link dev.dealsdk.Deal} to {@link Page}, in the form of the command
 * line's {@code --json}: names of the Java API, absent parts left out, exact numbers, ISO 8601 dates. A value that was written is
 * read back as an equal one. A {@link DealsException} is written as problem details (RFC 9457), and not read.
 *
 * <p>The form is the same under any naming strategy and inclusion rule of the mapper. Fields that a type does not have are
 * refused or ignored as {@code FAIL_ON_UNKNOWN_PROPERTIES} says. {@code ObjectMapper.findAndRegisterModules()} finds it.
 */
public final class DealsModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** One for any number of mappers. */
    public DealsModule() {
        super("deals-jackson", Version.unknownVersion());
        NeutralJson.types().forEach(this::add);
        addSerializer(Page.class, new PageSerializer());
        addDeserializer(Page.class, new PageDeserializer(null));
        addSerializer(DealsException.class, new ModelSerializer<>(DealsException.class, NeutralJson::problem));
    }

    private <T> void add(Class<T> type) {
        addSerializer(type, new ModelSerializer<>(type, NeutralJson::write));
        addDeserializer(type, new ModelDeserializer<>(type));
    }
}
