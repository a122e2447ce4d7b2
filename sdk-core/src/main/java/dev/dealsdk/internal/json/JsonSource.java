package dev.dealsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A JSON document as it arrives, able to give back the raw text of the record it is in.
 *
 * <p>Only what has been read since {@link #keepFrom} is kept, one record and not the page, and copied only where the parser
 * overwrites it.
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

    /** Where the parser's present token starts, which must not be the name of a field. */
    public long tokenOffset() {
        // The same without an object for it, of which there would be one for each record.
        return parser instanceof UTF8StreamJsonParser utf8
                ? utf8.getTokenCharacterOffset() - 1
                : parser.currentTokenLocation().getByteOffset();
    }

    /** Whether text is being kept. */
    public boolean isKeeping() {
        return retained.isMarked();
    }

    /** Keeps the text from a place within the present token, or within what is kept already, on. */
    public void keepFrom(long offset) {
        retained.mark(offset);
    }

    /** Keeps no text any more. */
    public void keepNothing() {
        retained.unmark();
    }

    /** The text from a place that is kept to the end of the present token. */
    public String textFrom(long offset) {
        return new String(bytesFrom(offset), StandardCharsets.UTF_8);
    }

    /** The same in UTF-8. */
    public byte[] bytesFrom(long offset) {
        try {
            // The parser reads no further into a string than it is asked to.
            parser.finishToken();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return retained.between(offset, parser.currentLocation().getByteOffset());
    }
}
