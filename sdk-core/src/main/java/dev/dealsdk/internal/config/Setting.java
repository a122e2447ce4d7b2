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
        return name.key().kind().isSecret() ? "****" : text;
    }

    Setting withText(String newText) {
        return new Setting(name, newText, source);
    }

    /** Of no connection. */
    Setting atTheTop() {
        return new Setting(new KeyName("", name.key(), name.name()), text, source);
    }

    /** For a value whose placeholders have been replaced, so that it comes out the same if it is read once more. */
    Setting escaped() {
        return source.hasPlaceholders() ? withText(text.replace("${", "$${")) : this;
    }

    /** The text of a record holds all its parts, and this one may hold a secret. */
    @Override
    public String toString() {
        return name.full() + "=" + shown() + " (" + source.text() + ")";
    }
}
