package uk.alongside.tenant.signinprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.alongside.tenant.signinprovider.Discovery.Failed;

class DiscoveryTest {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final Discovery discovery = discovery(true);
    private @Nullable HttpServer server;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void readsTheAddressesOfAProvider() throws Exception {
        var issuer = serve(
                200,
                "{\"issuer\": \"%1$s\", \"authorization_endpoint\": \"%1$s/a\","
                        + " \"token_endpoint\": \"%1$s/t\", \"jwks_uri\": \"%1$s/k\"}");

        assertThat(discovery.read(issuer).token()).isEqualTo(URI.create(issuer + "/t"));
        assertThat(discovery.read(issuer + "/").issuer()).isEqualTo(issuer);
    }

    @Test
    void followsNoRedirect() throws IOException {
        var issuer = serve(302, "{}");

        assertThat(problem(discovery, issuer)).isEqualTo(Discovery.Problem.NO_DOCUMENT);
    }

    @Test
    void readsNoAnswerWithoutAnEnd() throws IOException {
        var issuer = serve(200, "{\"issuer\": \"" + "x".repeat(300 * 1024) + "\"}");

        assertThat(problem(discovery, issuer)).isEqualTo(Discovery.Problem.NOT_REACHED);
    }

    @Test
    void callsNoAddressThatTheDocumentNamesInOurOwnNetwork() throws IOException {
        var issuer = serve(
                200,
                "{\"issuer\": \"%1$s\", \"token_endpoint\": \"%1$s/t\","
                        + " \"authorization_endpoint\": \"file:///etc/passwd\", \"jwks_uri\": \"%1$s/k\"}");

        assertThat(problem(discovery, issuer)).isEqualTo(Discovery.Problem.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void saysThatItsCertificateIsNotTrusted() throws Exception {
        var secure = HttpsServer.create(here(), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        secure.start();
        server = secure;

        assertThat(problem(discovery, "https://localhost:" + secure.getAddress().getPort()))
                .isEqualTo(Discovery.Problem.CERTIFICATE_NOT_TRUSTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example",
                "https://user:password@login.example",
                "https://login.example/?tenant=1",
                "https://login.example/#part",
                "https://localhost",
                "https://127.0.0.1",
                "https://[::1]",
                "https://10.1.2.3",
                "https://169.254.169.254",
                "https://100.64.0.1",
                "https://[fd00::1]",
                "https://[::ffff:10.0.0.1]",
                "https://0.0.0.0",
                "ftp://login.example",
                "https:",
                "no address"
            })
    void callsOnlyPublicHttpsAddresses(String issuer) {
        assertThat(problem(discovery(false), issuer)).isEqualTo(Discovery.Problem.ADDRESS_NOT_ALLOWED);
    }

    /** Keycloak calls them too, from the network of the installation. */
    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint"})
    void acceptsNoDocumentThatNamesAnAddressInOurOwnNetwork(String endpoint) {
        var document = JsonMapper.shared().createObjectNode().put("issuer", "https://8.8.8.8");
        List.of("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint")
                .forEach(each -> document.put(each, "https://8.8.8.8/" + each));

        assertThat(problem(document)).isNull();
        document.put(endpoint, "https://10.1.2.3/" + endpoint);
        assertThat(problem(document)).isEqualTo(Discovery.Problem.ADDRESS_NOT_ALLOWED);
    }

    private static Discovery.@Nullable Problem problem(ObjectNode document) {
        var failed = catchThrowableOfType(
                Failed.class,
                () -> discovery(false).document(document.toString().getBytes(StandardCharsets.UTF_8)));
        return failed == null ? null : failed.problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "2606:4700:4700::1111"})
    void callsMachinesOfTheInternet(String machine) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(machine))).isTrue();
    }

    private static Discovery discovery(boolean allowPrivate) {
        var properties = new SignInProviderProperties(allowPrivate, Duration.ofMinutes(1));
        return new Discovery(new PublicAddresses(properties), JsonMapper.shared(), properties);
    }

    private static Discovery.@Nullable Problem problem(Discovery discovery, String issuer) {
        var failed = catchThrowableOfType(Failed.class, () -> discovery.read(issuer));
        return failed == null ? null : failed.problem();
    }

    private static InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Serves this document, in which the issuer's address stands for {@code %1$s}. */
    private String serve(int status, String document) throws IOException {
        var plain = HttpServer.create(here(), 0);
        var issuer = "http://127.0.0.1:" + plain.getAddress().getPort();
        var body = document.replace("%1$s", issuer).getBytes(StandardCharsets.UTF_8);
        plain.createContext(WELL_KNOWN, exchange -> {
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            }
            exchange.sendResponseHeaders(status, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        plain.start();
        server = plain;
        return issuer;
    }

    /** Returns a certificate that no authority has signed, made by the tool of this Java. */
    private SSLContext selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("made-up.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "made-up",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "made-up")
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, "made-up".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "made-up".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
