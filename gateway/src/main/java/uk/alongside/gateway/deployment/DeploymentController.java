package uk.alongside.gateway.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.redis.RedisMemory;
import uk.alongside.gateway.session.StaffSessions;
import uk.alongside.gateway.session.WorkContext;

/** Shows a signed-in operator how the gateway is. It names no council and no person. */
@RestController
class DeploymentController {

    private final StaffSessions sessions;
    private final RedisMemory redis;
    private final Certificates certificates;
    private final Clock clock;
    private final @Nullable String version;

    DeploymentController(
            StaffSessions sessions,
            RedisMemory redis,
            Certificates certificates,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.sessions = sessions;
        this.redis = redis;
        this.certificates = certificates;
        this.clock = clock;
        var built = build.getIfAvailable();
        this.version = built == null ? null : built.getVersion();
    }

    /**
     * The state of the gateway.
     *
     * @param version the version of the build; absent in a build without one
     * @param redisMemory the used part of Redis's memory, from 0 to 1; absent if Redis does not say
     * @param certificates those of the public address and of Keycloak, if these are HTTPS addresses
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GatewayState(@Nullable String version, @Nullable Double redisMemory, List<CertificateState> certificates) {}

    /**
     * The certificate of an address.
     *
     * @param daysLeft the whole days until it ends, negative after that; absent if the address was not reached
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertificateState(String host, @Nullable Long daysLeft) {}

    @GetMapping("/session/deployment")
    Mono<ResponseEntity<GatewayState>> state(ServerWebExchange exchange) {
        return sessions.find(exchange)
                .switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                .filter(staff -> staff.acting() instanceof WorkContext.AsOperator)
                .switchIfEmpty(Mono.error(new Refused(Refusal.NOT_FOUND)))
                .flatMap(_ -> Mono.zip(
                        redis.measure().map(List::of).onErrorResume(_ -> Mono.just(List.of())),
                        Flux.fromIterable(certificates.addresses())
                                .concatMap(this::certificate)
                                .collectList()))
                .map(found -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(new GatewayState(
                                version, found.getT1().stream().findFirst().orElse(null), found.getT2())));
    }

    private Mono<CertificateState> certificate(URI address) {
        return certificates
                .end(address)
                .map(end -> new CertificateState(
                        address.getHost(),
                        Duration.between(clock.instant(), end).toDays()))
                .onErrorResume(_ -> Mono.just(new CertificateState(address.getHost(), null)));
    }
}
