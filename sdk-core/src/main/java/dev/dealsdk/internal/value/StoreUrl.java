package dev.dealsdk.internal.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The address of a store that processes share. It may hold a password, which no message repeats. */
public final class StoreUrl {
    /** As Redis has it: {@code user:password@}, or {@code :password@} alone; up to the last at sign before the path. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#]*@|(?<=://).*@");

    /** Parameters of the query may be passwords as well. */
    private static final Pattern QUERY = Pattern.compile("\\?.*");

    private StoreUrl() {}

    /** Which schemes there are is up to the module that keeps the store. */
    public static URI parse(String text) {
        try {
            URI url = new URI(text);
            if (url.getScheme() != null
                    && url.getRawAuthority() != null
                    && !url.getRawAuthority().endsWith("@")) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            // The exception holds the text.
        }
        throw new ValueFault("is not the URL of a store; write for example redis://host:6379, and characters of a"
                + " password other than letters and digits as %40");
    }

    /** Without passwords. */
    public static String shown(String text) {
        return QUERY.matcher(USER_INFO.matcher(text).replaceFirst("****@")).replaceFirst("?****");
    }
}
