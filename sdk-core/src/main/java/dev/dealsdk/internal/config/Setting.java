package dev.dealsdk.internal.config;

/** A value and where it comes from. */
record Setting(KeyName name, String text, Source source) implements Comparable<Setting> {

    /** By what wins. */
    @Override
    public int compareTo(Setting other) {
        return source.compareTo(other.source);
    }

    /** As descriptions show it. */
    String shown() {
        return name.key().kind().shown(text);
    }

    Setting withText(String newText) {
        return new Setting(name, newText, source);
    }

    Setting withName(KeyName newName) {
        return new Setting(newName, text, source);
    }

    /** The text of a record holds all its parts, and this one may hold a secret. */
    @Override
    public String toString() {
        return name.full() + "=" + shown() + " (" + source.text() + ")";
    }
}
