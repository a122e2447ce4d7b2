package dev.dealsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A JSON document as it arrives, able to give back the raw text of the record it is in.
 *
 * <p>Only what has been read since the {@link #mark()} is kept, and the last chunk the parser took: one record, not the
 * page.
 */
public final class JsonSource {
    private final RetainingInputStream retained;
    private final JsonParser parser;

    public JsonSource(InputStream in) {
        try {
            this.retained = new RetainingInputStream(in);
            this.parser = Json.FACTORY.createParser(retained);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public JsonParser parser() {
        return parser;
    }

    /** Keeps the text from the parser's present token on. */
    public void mark() {
        retained.mark(parser.currentTokenLocation().getByteOffset());
    }

    /** Keeps no text any more. */
    public void unmark() {
        retained.unmark();
    }

    /** The text from the marked token to the end of the present one. */
    public String textSinceMark() {
        try {
            // A text is read only as far as somebody asked for it.
            parser.finishToken();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new String(retained.sinceMark(parser.currentLocation().getByteOffset()), StandardCharsets.UTF_8);
    }
}
