package uk.alongside.gateway.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the end of a certificate is measured at a real server, whether anyone trusts it or not. */
class CertificateWatchTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    private final List<HttpsServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        servers.clear();
    }

    @ParameterizedTest
    @CsvSource({"-1d, 10, 9", "-20d, 10, -10"})
    void measuresACertificateAndAlsoOneThatHasEnded(String start, int validDays, int daysLeft) throws Exception {
        var address = serve(start, validDays);
        var watch = watch(address);

        assertThat(secondsLeft()).as("before it was read").isNaN();
        watch.read().block();

        assertThat(secondsLeft() / Duration.ofDays(1).toSeconds()).isCloseTo(daysLeft, within(0.05));
    }

    @Test
    void countsOnWhileTheAddressIsNotReached() throws Exception {
        var watch = watch(serve("-1d", 10));
        watch.read().block();
        stop();

        watch.read().block();

        assertThat(secondsLeft()).isPositive();
    }

    @Test
    void measuresNoPlainAddress() {
        watch(URI.create("http://localhost:8080"));

        assertThat(meters.getMeters()).isEmpty();
    }

    private CertificateWatch watch(URI address) {
        return new CertificateWatch(new Certificates(List.of(address)), Clock.systemUTC(), meters);
    }

    private double secondsLeft() {
        return meters.get("alongside.certificate.remaining")
                .tag("host", "localhost")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private URI serve(String start, int validDays) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(start, validDays)));
        server.start();
        servers.add(server);
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    /** Returns a certificate that no authority has signed, made by the tool of this Java. */
    private SSLContext selfSigned(String start, int validDays)
            throws IOException, GeneralSecurityException, InterruptedException {
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
                        "-startdate",
                        start,
                        "-validity",
                        String.valueOf(validDays),
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
