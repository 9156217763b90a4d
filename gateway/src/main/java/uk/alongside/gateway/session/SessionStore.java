package uk.alongside.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.redis.RedisMemory;

/**
 * The sessions in Redis. The time of the last request is written once a minute, not at every request, and a Redis that
 * refuses to write it ends no session: the request goes on. Each write also keeps the session in its owner's index.
 */
final class SessionStore implements ReactiveSessionRepository<SessionStore.Tracked> {

    private static final Logger log = LoggerFactory.getLogger(SessionStore.class);

    private final ReactiveSessionRepository<Session> redis;
    private final SessionIndex index;
    private final Duration seenEvery;

    @SuppressWarnings("unchecked") // The repository gets back only sessions that it has created or found.
    SessionStore(ReactiveSessionRepository<? extends Session> redis, SessionIndex index, Duration seenEvery) {
        this.redis = (ReactiveSessionRepository<Session>) redis;
        this.index = index;
        this.seenEvery = seenEvery;
    }

    @Override
    public Mono<Tracked> createSession() {
        return redis.createSession().map(session -> new Tracked(session, seenEvery, true));
    }

    @Override
    public Mono<Tracked> findById(String id) {
        return redis.findById(id).map(session -> new Tracked(session, seenEvery, false));
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return redis.deleteById(id);
    }

    @Override
    public Mono<Void> save(Tracked session) {
        if (session.changed) {
            return redis.save(session.session)
                    .doOnSuccess(_ -> session.changed = false)
                    .then(index(session).onErrorResume(RedisMemory::refusesToWrite, _ -> Mono.empty()));
        }
        if (session.seen) {
            return redis.save(session.session).then(index(session)).onErrorResume(RedisMemory::refusesToWrite, _ -> {
                log.debug("Redis refused the time of a request");
                return Mono.empty();
            });
        }
        return Mono.empty();
    }

    /** After the session is written: an id in the index without a session would be taken out. */
    private Mono<Void> index(Tracked session) {
        return Mono.defer(() -> {
            StaffSession staff = session.getAttribute(StaffSession.ATTRIBUTE);
            return staff == null ? Mono.empty() : index.add(staff.person().subject(), session.getId());
        });
    }

    /** A session that knows whether it differs from what Redis holds by more than the time of the last request. */
    static final class Tracked implements Session {

        private final Session session;
        private final Duration seenEvery;
        private boolean changed;
        private boolean seen;

        private Tracked(Session session, Duration seenEvery, boolean isNew) {
            this.session = session;
            this.seenEvery = seenEvery;
            this.changed = isNew;
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return session.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface declares it
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            changed = true;
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (changed || !now.isBefore(session.getLastAccessedTime().plus(seenEvery))) {
                seen = true;
                session.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
