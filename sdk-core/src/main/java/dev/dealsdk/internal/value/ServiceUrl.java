package dev.dealsdk.internal.value;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The address of a service: scheme, host, and maybe port and path, nothing else. The host is read by the HTTP client, and
 * by nothing else: {@link URI} finds none where a name holds an underscore, as those of containers do.
 */
public final class ServiceUrl {
    private static final Pattern PARTS =
            Pattern.compile("https?://([^/?#]*)[^?#]*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LOOPBACK_IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private ServiceUrl() {}

    /** No message repeats the value: a password may be part of it. */
    public static URI parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw notAUrl();
        }
        if (parts.group(1).contains("@")) {
            throw new ValueFault("holds a user name or password; write the URL without them");
        }
        if (parts.group(1).isEmpty()) {
            throw noHost();
        }
        if (!parts.group(2).isEmpty()) {
            throw new ValueFault("holds a query or fragment; write the URL up to its path");
        }
        URI url = uri(text);
        if (HttpUrl.parse(text) == null) {
            throw noHost();
        }
        return url;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw text.contains("[") ? noHost() : notAUrl();
        }
    }

    private static ValueFault notAUrl() {
        return new ValueFault("is not an http or https URL; write for example https://crm.example.com");
    }

    private static ValueFault noHost() {
        return new ValueFault("names no valid host and port; write for example https://crm.example.com");
    }

    /** In lower case and without a trailing dot, so that the same host is always the same text. */
    public static String host(URI url) {
        String host = HttpUrl.get(url.toString()).host();
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Whether what is sent there could be read on the way. */
    public static boolean isCleartext(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) && !isLoopback(url);
    }

    /** Whether it is this computer, as far as the URL alone says so. */
    public static boolean isLoopback(URI url) {
        String host = host(url);
        return host.equals("localhost")
                || LOOPBACK_IPV4.matcher(host).matches()
                || (host.contains(":") && isLoopbackIpv6(host));
    }

    /** An address in brackets is never looked up. */
    private static boolean isLoopbackIpv6(String address) {
        try {
            return InetAddress.getByName("[" + address + "]").isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
