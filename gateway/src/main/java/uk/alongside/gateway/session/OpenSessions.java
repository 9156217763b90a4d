package uk.alongside.gateway.session;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.cookie.Cookies;

/** All open sessions of the person who asks, on whatever device they are. */
@Component
public class OpenSessions {

    private final ReactiveSessionRepository<? extends Session> stored;
    private final SessionIndex index;

    OpenSessions(ReactiveSessionRepository<? extends Session> stored, SessionIndex index) {
        this.stored = stored;
        this.index = index;
    }

    /** Returns the person's sessions: this one, then the others by their last use. Listing does not count as use of them. */
    public Mono<List<OpenSession>> of(ServerWebExchange exchange, StaffSession staff) {
        var current = Objects.requireNonNull(exchange.getRequest().getCookies().getFirst(Cookies.SESSION))
                .getValue();
        var subject = staff.person().subject();
        return index.sessions(subject)
                .collectList()
                .flatMapIterable(found -> {
                    // A session that an earlier version began is listed from its next use.
                    var ids = new LinkedHashSet<>(found);
                    ids.add(current);
                    return ids;
                })
                .concatMap(id -> open(id, subject, id.equals(current)))
                .sort(Comparator.comparing(OpenSession::current)
                        .thenComparing(OpenSession::lastUsed)
                        .reversed())
                .collectList();
    }

    /** Reads a session, and takes an id out of the index that is no longer this person's. */
    private Flux<OpenSession> open(String id, String subject, boolean current) {
        return stored.findById(id)
                .flatMap(session -> Mono.justOrEmpty(open(session, subject, current)))
                .switchIfEmpty(Mono.defer(() -> index.remove(subject, id).then(Mono.empty())))
                .flux();
    }

    private static @Nullable OpenSession open(Session session, String subject, boolean current) {
        StaffSession staff = session.getAttribute(StaffSession.ATTRIBUTE);
        if (staff == null || !staff.person().subject().equals(subject)) {
            return null;
        }
        var signIn = staff.signIn();
        return new OpenSession(
                session.getId(),
                staff,
                signIn == null ? new SignIn(session.getCreationTime(), Device.OTHER, Device.OTHER, null) : signIn,
                session.getLastAccessedTime(),
                current);
    }

    /** Ends the session here. The next request with its cookie is answered as signed out. */
    public Mono<Void> end(OpenSession open) {
        return stored.deleteById(open.session())
                .then(index.remove(open.staff().person().subject(), open.session()));
    }
}
