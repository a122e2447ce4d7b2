package dev.dealsdk.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as it arrives, able to give back the raw text of the record it is in.
 *
 * <p>Only what has been read since {@link #keepFrom} is kept, one record and not the page, and copied only where the parser
 * overwrites it.
 */
public final class JsonSource {
    private final RetainingInputStream retained;
    private UTF8StreamJsonParser parser;

    /** @throws UncheckedIOException if the document cannot be read, or is not in UTF-8 */
    public JsonSource(InputStream in) {
        try {
            this.retained = new RetainingInputStream(in);
            this.parser = open(retained);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static UTF8StreamJsonParser open(InputStream in) throws IOException {
        JsonParser parser = Json.FACTORY.createParser(in);
        if (parser instanceof UTF8StreamJsonParser utf8) {
            return utf8;
        }
        parser.close();
        throw new JsonParseException(null, "it is in UTF-16 or UTF-32, and JSON is exchanged in UTF-8 (RFC 8259, 8.1)");
    }

    /** The parser, which is another one after {@link #passOver}. */
    public JsonParser parser() {
        return parser;
    }

    /** Where the parser's present token starts, which must not be the name of a field. */
    public long tokenOffset() {
        // The same as its location without an object for it, of which there would be one for each record.
        return parser.getTokenCharacterOffset() - 1;
    }

    /** How many bytes have been read. */
    public long received() {
        return retained.received();
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

    /**
     * Passes over an element of an array that the parser refuses, and reads on behind it. Where it ends is told by quotes and
     * brackets alone. All offsets from before are void; the present token is a text in place of the element.
     *
     * @param known where the element starts or, if the parser refused its first token, the element before it
     * @param begun whether the element starts there
     * @param first whether there is none before it, so that the array's bracket is there
     * @param array the array it is in
     * @return the element as it came; null if it does not end, or its brackets do not match: then nothing more can be read
     */
    public @Nullable String passOver(long known, boolean begun, boolean first, JsonStreamContext array) {
        try {
            RawElement element = new RawElement(retained.between(known, Long.MAX_VALUE), retained);
            if (!(begun ? element.isAt(0) : first ? element.isAt(1) : element.isBehind(0))) {
                return null;
            }
            // What makes another parser stand where this one stood: the names of fields are known to their readers
            // already.
            StringBuilder opened = new StringBuilder("\"\"");
            for (JsonStreamContext level = array; level != null && !level.inRoot(); level = level.getParent()) {
                opened.insert(0, level.inArray() ? "[" : "{\"\":");
            }
            byte[] rest = element.rest();
            byte[] head =
                    Arrays.copyOf(opened.toString().getBytes(StandardCharsets.UTF_8), opened.length() + rest.length);
            System.arraycopy(rest, 0, head, opened.length(), rest.length);
            parser.close();
            retained.restart(head);
            parser = open(retained);
            JsonToken token = parser.nextToken();
            while (token != JsonToken.VALUE_STRING) {
                token = parser.nextToken();
            }
            return new String(element.text(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
