package io.fieldhouse.cli.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A proxy whose tunnels end at a server of this machine, whichever host they are asked for: it holds the certificate of
 * tracktik.test, and speaks plain HTTP to the server.
 */
final class TunnelProxy implements AutoCloseable {
    private static final String PASSWORD = "invented";

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private final SSLContext certificate;
    private final int server;
    private final @Nullable String login;
    private final boolean refusing;

    /**
     * Starts it.
     *
     * @param keys a file of {@link #keys}
     * @param server the port where tunnels end
     * @param login the user and password that it demands, with a colon between; null for none
     * @param refusing whether it opens no tunnel at all
     */
    TunnelProxy(Path keys, int server, @Nullable String login, boolean refusing) throws Exception {
        this.server = server;
        this.login = login;
        this.refusing = refusing;
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        certificate = SSLContext.getInstance("TLS");
        certificate.init(factory.getKeyManagers(), null, null);
        start(() -> {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                start(() -> serve(client));
            }
        });
    }

    /** Makes a certificate of tracktik.test. */
    static Path keys(Path file) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "proxy",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=tracktik.test",
                        "-ext",
                        "san=dns:tracktik.test",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        return file;
    }

    /** What makes a JVM trust it. */
    static List<String> trust(Path keys) {
        return List.of("-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The hosts that it was asked for, with their ports. */
    List<String> asked() {
        return asked;
    }

    private void serve(Socket client) throws IOException {
        String head = head(client.getInputStream());
        asked.add(head.split(" ", 3)[1]);
        String given = login == null
                ? ""
                : "Proxy-Authorization: Basic "
                        + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)) + "\r\n";
        if (refusing || !head.contains(given)) {
            String refusal = refusing
                    ? "403 Forbidden\r\n"
                    : "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n";
            write(client, "HTTP/1.1 " + refusal + "Content-Length: 0\r\nConnection: close\r\n\r\n");
            client.close();
            return;
        }
        write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
        SSLSocket tunnel = (SSLSocket)
                certificate.getSocketFactory().createSocket(client, "tracktik.test", client.getPort(), true);
        tunnel.setUseClientMode(false);
        Socket end = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(end);
        start(() -> tunnel.getInputStream().transferTo(end.getOutputStream()));
        end.getInputStream().transferTo(tunnel.getOutputStream());
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static void write(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One of both has closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Closeable one : open) {
            one.close();
        }
    }
}
