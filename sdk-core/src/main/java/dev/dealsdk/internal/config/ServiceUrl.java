package dev.dealsdk.internal.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The address of a service: scheme, host, and maybe port and path, nothing else. */
public final class ServiceUrl {
    private static final Pattern LOOPBACK_IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private ServiceUrl() {}

    /** No message repeats the value: a password may be part of it. */
    public static URI parse(String text) {
        URI url = uri(text);
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
            throw notAUrl();
        }
        // Asked of the authority as well: the JDK finds no user info where it does not like the host.
        if (url.getRawUserInfo() != null
                || String.valueOf(url.getRawAuthority()).contains("@")) {
            throw new ValueFault("holds a user name or password; write the URL without them");
        }
        if (url.getHost() == null || url.getPort() > 65535 || url.getPort() == 0) {
            throw new ValueFault("names no valid host and port; write for example https://crm.example.com");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new ValueFault("holds a query or fragment; write the URL up to its path");
        }
        return url;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw notAUrl();
        }
    }

    private static ValueFault notAUrl() {
        return new ValueFault("is not an http or https URL; write for example https://crm.example.com");
    }

    /** Whether what is sent there could be read on the way. */
    static boolean isCleartext(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) && !isLoopback(url.getHost());
    }

    private static boolean isLoopback(String host) {
        if (host.startsWith("[")) {
            return isLoopbackIpv6(host);
        }
        return host.equalsIgnoreCase("localhost") || LOOPBACK_IPV4.matcher(host).matches();
    }

    /** An address in brackets is never looked up. */
    private static boolean isLoopbackIpv6(String literal) {
        try {
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
