package uk.alongside.gateway.signin;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.OpenSession;
import uk.alongside.gateway.session.OpenSessions;
import uk.alongside.gateway.session.StaffSession;
import uk.alongside.gateway.session.StaffSessions;

/** Shows people where they are signed in, and signs them out in other browsers. It names no council. */
@RestController
class SignInsController {

    private final StaffSessions sessions;
    private final OpenSessions open;
    private final KeycloakSignOut keycloak;

    SignInsController(StaffSessions sessions, OpenSessions open, KeycloakSignOut keycloak) {
        this.sessions = sessions;
        this.open = open;
        this.keycloak = keycloak;
    }

    record SignIns(List<SignInView> items) {}

    /**
     * A sign-in as its owner sees it.
     *
     * @param id a name for this page only, not the id in the cookie
     * @param browser a word such as {@code firefox}, or {@code other}
     * @param system a word such as {@code windows}, or {@code other}
     * @param current whether this is the browser that asks
     */
    record SignInView(
            String id, String browser, String system, Instant signedInAt, Instant lastUsedAt, boolean current) {

        static SignInView of(OpenSession session) {
            var signIn = session.signIn();
            return new SignInView(
                    session.publicId(),
                    signIn.browser(),
                    signIn.system(),
                    signIn.at(),
                    session.lastUsed(),
                    session.current());
        }
    }

    /**
     * The result of signing out elsewhere.
     *
     * @param ended how many sessions ended
     * @param unfinished whether Keycloak did not answer for one of them, so that its browser may sign in without a password
     */
    record Ended(int ended, boolean unfinished) {}

    @GetMapping("/session/sign-ins")
    Mono<ResponseEntity<SignIns>> list(ServerWebExchange exchange) {
        return staff(exchange)
                .flatMap(staff -> open.of(exchange, staff))
                .map(all -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(new SignIns(all.stream().map(SignInView::of).toList())));
    }

    /** Ends one of the person's other sign-ins. A sign-in that has ended already is answered as not found. */
    @DeleteMapping("/session/sign-ins/{id}")
    Mono<ResponseEntity<Ended>> end(ServerWebExchange exchange, @PathVariable String id) {
        return endOthers(exchange, session -> session.publicId().equals(id))
                .flatMap(ended ->
                        ended.ended() == 0 ? Mono.error(new Refused(Refusal.NOT_FOUND)) : Mono.just(answer(ended)));
    }

    /** Ends all of the person's sign-ins but the one that asks. */
    @PostMapping("/session/sign-ins/end-others")
    Mono<ResponseEntity<Ended>> endOthers(ServerWebExchange exchange) {
        return endOthers(exchange, _ -> true).map(SignInsController::answer);
    }

    private Mono<Ended> endOthers(ServerWebExchange exchange, Predicate<OpenSession> which) {
        return staff(exchange)
                .flatMap(staff -> open.of(exchange, staff).flatMap(all -> {
                    var others = all.stream()
                            .filter(session -> !session.current())
                            .filter(which)
                            .toList();
                    return endAll(others, staff).map(allEnded -> new Ended(others.size(), !allEnded));
                }));
    }

    /** Ends the sessions here first, so that none goes on while Keycloak does not answer. */
    private Mono<Boolean> endAll(List<OpenSession> others, StaffSession own) {
        // Ending this browser's own sign-in at Keycloak would end this session too.
        var done = new HashSet<>(Set.of(own.nameAtKeycloak()));
        return Flux.fromIterable(others)
                .concatMap(open::end)
                .thenMany(Flux.fromIterable(others)
                        .map(OpenSession::staff)
                        .filter(staff -> done.add(staff.nameAtKeycloak()))
                        .flatMap(keycloak::end, 4))
                .reduce(true, Boolean::logicalAnd);
    }

    private Mono<StaffSession> staff(ServerWebExchange exchange) {
        return sessions.find(exchange).switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)));
    }

    private static ResponseEntity<Ended> answer(Ended ended) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(ended);
    }
}
