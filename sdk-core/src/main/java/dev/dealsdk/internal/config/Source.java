package dev.dealsdk.internal.config;

/**
 * Where a value was found. Sources that win come first.
 *
 * @param rank which kind of source, the winning one lowest
 * @param line the line in a file; 0 elsewhere
 * @param text as messages name it
 */
record Source(Rank rank, int line, String text) implements Comparable<Source> {
    /** Highest first. */
    enum Rank {
        BUILDER,
        SYSTEM_PROPERTIES,
        ENVIRONMENT,
        /** A file, or a map instead of all other sources. */
        TEXT
    }

    static Source builder() {
        return new Source(Rank.BUILDER, 0, "builder");
    }

    static Source systemProperty(String key) {
        return new Source(Rank.SYSTEM_PROPERTIES, 0, "system property " + key);
    }

    static Source environment(String variable) {
        return new Source(Rank.ENVIRONMENT, 0, "environment " + variable);
    }

    static Source file(String path) {
        return new Source(Rank.TEXT, 0, path);
    }

    static Source map() {
        return new Source(Rank.TEXT, 0, "map");
    }

    Source atLine(int number) {
        return new Source(rank, number, text + " line " + number);
    }

    /**
     * Whether {@code ${NAME}} is replaced in its values. Environment variables are what they are, and what a program hands
     * in may come from its users, who must not read the environment that way.
     */
    boolean hasPlaceholders() {
        return rank == Rank.SYSTEM_PROPERTIES || rank == Rank.TEXT;
    }

    @Override
    public int compareTo(Source other) {
        return rank == other.rank ? Integer.compare(line, other.line) : rank.compareTo(other.rank);
    }
}
