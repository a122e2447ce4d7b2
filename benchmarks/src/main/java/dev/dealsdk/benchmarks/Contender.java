package dev.dealsdk.benchmarks;

import java.io.IOException;

/** One client, ready to call its vendor. Thread-safe. Has a public constructor that takes the vendor's address. */
public interface Contender extends AutoCloseable {

    /**
     * By name, so that a process loads the classes of that one client alone.
     *
     * @param type the class of the contender
     * @param url where the vendor's API begins
     */
    static Contender connect(String type, String url) throws ReflectiveOperationException {
        return Class.forName(type)
                .asSubclass(Contender.class)
                .getConstructor(String.class)
                .newInstance(url);
    }

    /** Reads a page of a hundred records into the client's own types. */
    Object list() throws Exception;

    /** Creates a record and reads the answer. */
    Object create() throws Exception;

    /** Changes one thing of a record and reads the answer. */
    Object move() throws Exception;

    /** Makes what {@link #list} gives out of a body that is in memory. */
    Object decode(byte[] page) throws IOException;

    @Override
    default void close() {}
}
