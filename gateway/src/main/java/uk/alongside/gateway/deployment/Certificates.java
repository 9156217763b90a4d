package uk.alongside.gateway.deployment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * Reads when the certificate of an address ends. The handshake stops as soon as the certificate has come, so nothing is
 * sent to a server, whether it is trusted or not, and an expired certificate is read too.
 */
@Component
class Certificates {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<URI> addresses;

    @Autowired
    Certificates(GatewaySettings settings) {
        this(List.of(settings.publicUrl(), settings.keycloak().issuer()));
    }

    Certificates(List<URI> addresses) {
        this.addresses = addresses.stream()
                .filter(address -> "https".equals(address.getScheme()))
                .toList();
    }

    /** Returns the public address and Keycloak's, as far as they are HTTPS addresses. */
    List<URI> addresses() {
        return addresses;
    }

    /** Returns when the certificate ends. Fails if the address cannot be reached. */
    Mono<Instant> end(URI address) {
        return Mono.fromCallable(() -> certificate(address).getNotAfter().toInstant())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static X509Certificate certificate(URI address) throws IOException, GeneralSecurityException {
        var seen = new AtomicReference<X509Certificate>();
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new OnlyLooks(seen)}, new SecureRandom());
        int port = address.getPort() < 0 ? 443 : address.getPort();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.getHost(), port), (int) PATIENCE.toMillis());
            plain.setSoTimeout((int) PATIENCE.toMillis());
            try (var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, address.getHost(), port, true)) {
                var parameters = new SSLParameters();
                parameters.setServerNames(List.of(new SNIHostName(address.getHost())));
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
        } catch (SSLException e) {
            if (seen.get() == null) {
                throw e;
            }
        }
        return seen.get();
    }

    /** Keeps the server's certificate and refuses it, which ends the handshake. */
    private record OnlyLooks(AtomicReference<X509Certificate> seen) implements X509TrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            seen.set(chain[0]);
            throw new CertificateException("The certificate was read.");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("This is no server.");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
