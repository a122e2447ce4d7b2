package dev.dealsdk.internal.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Environment variables that nobody wrote: Kubernetes sets some in each pod for every Service of the namespace, and Docker
 * for linked containers. Of a Service named {@code deals} or {@code deals-stages} they begin as our own do.
 */
final class ServiceLinks {
    private static final Pattern HOST = Pattern.compile("(.+)_SERVICE_HOST");
    private static final Pattern SERVICE_PORT = Pattern.compile("(.+?)_SERVICE_PORT(_.+)?");
    private static final Pattern PORT = Pattern.compile(".+?_PORT(_[0-9]+_(TCP|UDP|SCTP)(_[A-Z]+)?)?");
    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.+");

    private ServiceLinks() {}

    /** By its form and by what stands beside it, since an alias of a stage may be named {@code port}. */
    static boolean isOne(String variable, Map<String, String> environment) {
        Matcher host = HOST.matcher(variable);
        if (host.matches()) {
            return environment.containsKey(host.group(1) + "_SERVICE_PORT");
        }
        Matcher servicePort = SERVICE_PORT.matcher(variable);
        if (servicePort.matches()) {
            return environment.containsKey(servicePort.group(1) + "_SERVICE_HOST");
        }
        Matcher port = PORT.matcher(variable);
        return port.matches()
                && (port.group(1) != null
                        || ADDRESS.matcher(environment.getOrDefault(variable, ""))
                                .matches());
    }
}
