package uk.alongside.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests what the doctor says about Keycloak's administration at the address of browsers, while it reaches the realm at
 * another one.
 */
class DoctorCommandTest {

    private static final String OPEN =
            "The realm master, whose people administer Keycloak, answers at the public address";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private HttpServer internal;
    private HttpsServer atBrowsers;
    private SSLContext tls;
    private URI issuer;

    @BeforeEach
    void start() throws Exception {
        tls = selfSigned();
        atBrowsers = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        atBrowsers.setHttpsConfigurator(new HttpsConfigurator(tls));
        atBrowsers.start();
        issuer = URI.create("https://localhost:" + atBrowsers.getAddress().getPort() + "/realms/alongside");
        internal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        internal.createContext("/realms/alongside", request -> answer(request, 200, "{\"issuer\":\"" + issuer + "\"}"));
        internal.start();
    }

    @AfterEach
    void stop() {
        internal.stop(0);
        atBrowsers.stop(0);
    }

    @Test
    void theRealmMasterIsFoundOpenAtTheAddressOfBrowsers() {
        atBrowsers.createContext("/realms/master", request -> answer(request, 200, "{}"));

        doctor();

        assertThat(findings()).contains("answers for " + issuer, "FIX  keycloak", OPEN);
    }

    @Test
    void theRealmMasterIsClosedAtTheAddressOfBrowsers() {
        atBrowsers.createContext("/realms/master", request -> answer(request, 404, ""));

        doctor();

        assertThat(findings()).contains("answers for " + issuer).doesNotContain("FIX  keycloak", "not reached");
    }

    @Test
    void anAddressOfBrowsersThatIsNotReachedIsNoFault() {
        atBrowsers.stop(0);

        doctor();

        assertThat(findings())
                .contains(
                        "ok   keycloak",
                        "not reached from here, so look from outside whether its administration is open")
                .doesNotContain("FIX  keycloak");
    }

    private void doctor() {
        var there = URI.create("http://localhost:" + internal.getAddress().getPort());
        new DoctorCommand(
                        new Settings(there, issuer, there.resolve("/realms/alongside"), "made-up", "made-up"),
                        () -> "made-up",
                        new Wire(HttpClient.newBuilder().sslContext(tls).build()),
                        Clock.systemUTC(),
                        new Output(new PrintStream(out, true, StandardCharsets.UTF_8), false))
                .execute(List.of());
    }

    private String findings() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange request, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var stream = request.getResponseBody()) {
            stream.write(bytes);
        }
    }

    /** Returns the keys of a server, made by the tool of this Java, and the trust of a client in them. */
    private SSLContext selfSigned() throws Exception {
        var file = folder.resolve("made-up.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var line = " -genkeypair -alias made-up -keyalg EC -dname CN=localhost -storetype PKCS12 -storepass made-up"
                + " -keystore ";
        var made = new ProcessBuilder((keytool + line + file).split(" "))
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, "made-up".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "made-up".toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
