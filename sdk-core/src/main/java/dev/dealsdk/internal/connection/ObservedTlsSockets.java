package dev.dealsdk.internal.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes TLS sockets whose decrypted input is observed. Those of another provider than the JDK's are left as they are: the HTTP
 * library knows them by their class.
 */
final class ObservedTlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory sockets;

    ObservedTlsSockets(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public Socket createSocket(Socket raw, String host, int port, boolean autoClose) throws IOException {
        Socket socket = sockets.createSocket(raw, host, port, autoClose);
        return socket instanceof SSLSocket tls && tls.getClass().getModule() == SSLSocket.class.getModule()
                ? new ObservedTlsSocket(tls, raw)
                : socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return sockets.createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return sockets.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return sockets.createSocket(host, port, local, localPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    /** Connections are shared between clients whose factories are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ObservedTlsSockets tls && sockets.equals(tls.sockets);
    }

    @Override
    public int hashCode() {
        return sockets.hashCode();
    }
}
