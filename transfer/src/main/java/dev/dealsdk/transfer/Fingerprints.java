package dev.dealsdk.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Computes fingerprints of fields, which show that a field has changed without revealing its value. */
final class Fingerprints {
    private final byte[] salt;
    private final ToIntFunction<String> numbers;

    /** @param numbers returns the number of a field by its name */
    Fingerprints(byte[] salt, ToIntFunction<String> numbers) {
        this.salt = salt.clone();
        this.numbers = numbers;
    }

    Map<Integer, Integer> of(Map<String, String> contents) {
        Map<Integer, Integer> prints = new TreeMap<>();
        MessageDigest digest = sha256();
        contents.forEach((field, text) -> prints.put(numbers.applyAsInt(field), of(digest, text)));
        return prints;
    }

    int number(String field) {
        return numbers.applyAsInt(field);
    }

    private int of(MessageDigest digest, String text) {
        digest.update(salt);
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }

    /** Of an id, where a set of all of them would take too much memory. */
    static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
