package dev.dealsdk.verify.architecture.offending.spi;

import okhttp3.HttpUrl;

/** Inherits what it shows from a class that nobody can see. */
public final class LeaksByInheritance extends Hidden {
    /** A nested type of the same kind. */
    public static final class Builder extends Hidden {}
}

/** Not public itself. */
class Hidden {
    public HttpUrl url() {
        return HttpUrl.get("http://localhost");
    }
}
