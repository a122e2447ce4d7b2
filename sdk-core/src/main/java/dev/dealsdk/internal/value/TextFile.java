package dev.dealsdk.internal.value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file that people write: UTF-8, with or without the byte order mark that some editors put first. */
public final class TextFile {
    public static final String NOT_UTF_8 = "is not UTF-8; save the file as UTF-8";

    private static final String DIRECTORY = "is a directory";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final int malformedLine;

    private TextFile(String text, int malformedLine) {
        this.text = text;
        this.malformedLine = malformedLine;
    }

    /** What a file holds; a directory is named as such. */
    public static byte[] bytes(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, DIRECTORY);
        }
        return Files.readAllBytes(path);
    }

    /** In words: the message of these exceptions is often the path alone. */
    public static String reason(IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (unreadable instanceof AccessDeniedException) {
            return "may not be read by the user this program runs as";
        }
        if (unreadable instanceof FileSystemException file && DIRECTORY.equals(file.getReason())) {
            return DIRECTORY;
        }
        String detail = unreadable instanceof FileSystemException file ? file.getReason() : unreadable.getMessage();
        return "cannot be read (" + unreadable.getClass().getSimpleName() + (detail == null ? "" : ", " + detail) + ")";
    }

    /** Throws {@link ValueFault} if the bytes are text of two or four bytes a letter. */
    public static TextFile of(byte[] bytes) {
        if (isUtf16(bytes)) {
            throw new ValueFault("is UTF-16, as some editors and shells of Windows write it; save the file as UTF-8");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new TextFile(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, malformedLine(bytes));
    }

    /** By its byte order mark or, since nobody begins with a letter outside of ASCII, by the zero in the first letter. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return first == 0xfeff || first == 0xfffe || bytes[0] == 0 || bytes[1] == 0;
    }

    private static int malformedLine(byte[] bytes) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = strict.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return result.isError() ? lines(new String(bytes, 0, in.position(), StandardCharsets.UTF_8)).length : 0;
    }

    /** The text, without the byte order mark; what is not UTF-8 is replaced. */
    public String text() {
        return text;
    }

    /** The lines, whichever way they end. */
    public String[] lines() {
        return lines(text);
    }

    private static String[] lines(String text) {
        return text.split("\r\n|\r|\n", -1);
    }

    /** The first line that holds something that is not UTF-8; 0 if there is none. */
    public int malformedLine() {
        return malformedLine;
    }
}
