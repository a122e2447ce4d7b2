package dev.dealsdk.internal.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection failed, in the words of people.
 *
 * @param text what is wrong and what to check
 * @param isPermanent whether no retry can mend it
 */
public record ConnectionFault(String text, boolean isPermanent) {

    public static ConnectionFault of(IOException failed, String host) {
        String message = failed.getMessage() == null ? "" : ": " + failed.getMessage();
        if (failed instanceof SSLPeerUnverifiedException
                || (failed instanceof SSLHandshakeException && isOfCertificate(failed))) {
            return new ConnectionFault(
                    "the certificate of " + host + " is not trusted" + message
                            + "; add its issuer to the trust store of this JVM, or check deals.base-url",
                    true);
        }
        if (message.contains("Failed to authenticate with proxy") || message.contains("PROXY_AUTH")) {
            return new ConnectionFault(
                    "the proxy requires credentials" + message + "; supply an HTTP client with a proxy authenticator",
                    true);
        }
        if (failed instanceof UnknownHostException) {
            return new ConnectionFault(
                    "cannot reach " + host + ": unknown host; check deals.base-url" + message, false);
        }
        if (failed instanceof ConnectException) {
            return new ConnectionFault(
                    "cannot reach " + host + ": connection refused; check deals.base-url" + message, false);
        }
        if (failed instanceof NoRouteToHostException) {
            return new ConnectionFault(
                    "cannot reach " + host + ": no route to it; check deals.base-url" + message, false);
        }
        if (failed instanceof SocketTimeoutException) {
            return new ConnectionFault("cannot reach " + host + " in time" + message, false);
        }
        return new ConnectionFault(
                "the connection to " + host + " broke: " + failed.getClass().getSimpleName() + message, false);
    }

    private static boolean isOfCertificate(IOException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }
}
