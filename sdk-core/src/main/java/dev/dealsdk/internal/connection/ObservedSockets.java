package dev.dealsdk.internal.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes sockets whose input is observed, plain ones and such with TLS. */
public final class ObservedSockets extends SocketFactory {
    private static final ObservedSockets PLAIN = new ObservedSockets();

    private ObservedSockets() {}

    /**
     * A builder that begins with a client and observes the connections that it will make. Sockets of a factory of the caller's
     * own, other than for TLS, are left as they are.
     */
    public static OkHttpClient.Builder of(OkHttpClient client) {
        OkHttpClient.Builder builder = client.newBuilder();
        if (client.socketFactory() == SocketFactory.getDefault()) {
            builder.socketFactory(PLAIN);
        }
        X509TrustManager trust = client.x509TrustManager();
        if (trust != null && !(client.sslSocketFactory() instanceof ObservedTlsSockets)) {
            builder.sslSocketFactory(new ObservedTlsSockets(client.sslSocketFactory()), trust);
        }
        return builder;
    }

    /** Also below TLS. */
    private static final class PlainSocket extends Socket {
        private volatile @Nullable ObservedInput observed;

        @Override
        public InputStream getInputStream() throws IOException {
            ObservedInput input = observed;
            if (input == null) {
                input = new ObservedInput(super.getInputStream(), this, null);
                observed = input;
            }
            return input;
        }
    }

    @Override
    public Socket createSocket() {
        return new PlainSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw unused();
    }

    private static IOException unused() {
        return new IOException("the HTTP library connects sockets by itself");
    }
}
