package dev.dealsdk.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.dealsdk.DealsException;
import dev.dealsdk.Page;
import dev.dealsdk.json.NeutralJson;

/**
 * A Jackson 2 module for the neutral types of the Deals SDK, from {@link dev.dealsdk.Deal} to {@link Page}. The JSON is
 * that of the command line with {@code --json}: names of the Java API, absent parts left out, exact numbers, ISO 8601
 * dates. A value that is written and read again is equal to the original. A {@link DealsException} is written as
 * problem details (RFC 9457) and cannot be read.
 *
 * <p>The JSON does not depend on the naming strategy and inclusion rules of the mapper. Unknown fields are refused or
 * ignored according to {@code FAIL_ON_UNKNOWN_PROPERTIES}. {@code ObjectMapper.findAndRegisterModules()} finds the
 * module.
 */
public final class DealsModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Creates a module, which can be registered with any number of mappers. */
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
