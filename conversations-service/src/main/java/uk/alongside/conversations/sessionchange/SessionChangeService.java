package uk.alongside.conversations.sessionchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.conversations.booking.Booking.CancelCause;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.series.Series;
import uk.alongside.conversations.series.SeriesRepository;
import uk.alongside.conversations.session.RoomAndStaff;
import uk.alongside.conversations.session.SeriesId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionPattern;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.Sessions;
import uk.alongside.conversations.sessionchange.SessionChange.Cancel;
import uk.alongside.conversations.sessionchange.SessionChange.Rearrange;
import uk.alongside.conversations.sessionchange.SessionChange.Scope;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.NotOfASeries;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;

/**
 * Changes, cancels and ends sessions together with the bookings in them. A preview carries a change out and rolls it
 * back. To apply a change, the caller names the hash of its previewed impact: either that impact happens, or nothing.
 */
@Service
class SessionChangeService {

    private final SeriesRepository repository;
    private final Sessions sessions;
    private final SessionChangeExecutor executor;
    private final PersonDirectory people;
    private final HubDirectory hubs;
    private final RoomAndStaff roomAndStaff;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SessionChangeService(
            SeriesRepository repository,
            Sessions sessions,
            SessionChangeExecutor executor,
            PersonDirectory people,
            HubDirectory hubs,
            RoomAndStaff roomAndStaff,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.sessions = sessions;
        this.executor = executor;
        this.people = people;
        this.hubs = hubs;
        this.roomAndStaff = roomAndStaff;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    ChangeImpact preview(SessionId session, Rearrange change) {
        return preview(() -> change(session, change, null));
    }

    ChangeImpact apply(SessionId session, Rearrange change, long previewed) {
        return apply(() -> change(session, change, previewed));
    }

    ChangeImpact previewCancel(SessionId session, String reason) {
        return preview(() -> cancel(session, reason, null));
    }

    ChangeImpact applyCancel(SessionId session, String reason, long previewed) {
        return apply(() -> cancel(session, reason, previewed));
    }

    ChangeImpact previewEnd(SeriesId series, LocalDate last, String reason) {
        return preview(() -> end(series, last, reason, null));
    }

    ChangeImpact applyEnd(SeriesId series, LocalDate last, String reason, long previewed) {
        return apply(() -> end(series, last, reason, previewed));
    }

    /** Finds the impact of a change. Nothing is stored but the audit of the people who were read. */
    private ChangeImpact preview(Supplier<ChangeImpact> change) {
        var impact = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return named(change.get());
        }));
        if (!impact.names().isEmpty()) {
            transaction.executeWithoutResult(_ -> auditPeopleRead(impact));
        }
        return impact;
    }

    private ChangeImpact apply(Supplier<ChangeImpact> change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var impact = named(change.get());
            auditPeopleRead(impact);
            return impact;
        }));
    }

    private ChangeImpact named(ChangeImpact impact) {
        var ids = impact.sessions().stream()
                .flatMap(affected -> affected.effects().stream())
                .map(effect -> effect.booking().person())
                .distinct()
                .toList();
        boolean mayRead = Caller.current().roles().stream()
                .anyMatch(role -> role.authorities().contains("person:read"));
        return mayRead && !ids.isEmpty() ? impact.withNames(names(ids)) : impact;
    }

    private Map<PersonId, String> names(Collection<PersonId> ids) {
        var names = new HashMap<PersonId, String>();
        people.find(ids).forEach((id, person) -> names.put(id, person.name()));
        return names;
    }

    private void auditPeopleRead(ChangeImpact impact) {
        if (!impact.names().isEmpty()) {
            audit.read(
                    "person",
                    impact.names().keySet().stream().map(PersonId::value).toList());
        }
    }

    private ChangeImpact cancel(SessionId id, String reason, @Nullable Long previewed) {
        return executor.apply(List.of(lock(id)), new Cancel(CancelCause.SESSION_CANCELLED, reason), previewed);
    }

    /** Ends a series and cancels its sessions after its new last day. */
    private ChangeImpact end(SeriesId id, LocalDate last, String reason, @Nullable Long previewed) {
        var hub = repository.findHubOf(id.value()).map(HubId::new).orElseThrow(Refused::notFound);
        hubs.findForPlanning(hub);
        var series = repository.findById(id.value()).orElseThrow(Refused::notFound);
        series.endAfter(last, clock);
        var later = ahead(id).stream()
                .filter(session -> session.date().isAfter(last))
                .toList();
        audit.changed("series", id.value(), "ended");
        return executor.apply(later, new Cancel(CancelCause.SERIES_ENDED, reason), previewed);
    }

    private ChangeImpact change(SessionId id, Rearrange asked, @Nullable Long previewed) {
        var from = lock(id);
        var wanted = roomAndStaff.resolve(from.hub(), asked.pattern());
        var change = asked.withPattern(wanted);
        if (change.scope() == Scope.THIS) {
            return executor.apply(List.of(from), change, previewed);
        }
        var seriesId = from.series();
        if (seriesId == null) {
            throw new NotOfASeries().refused();
        }
        var series = repository.findById(seriesId.value()).orElseThrow();
        var day = Objects.requireNonNull(from.seriesDay());
        var targets = change.scope() == Scope.ALL
                ? ahead(seriesId)
                : ahead(seriesId).stream()
                        .filter(session ->
                                !Objects.requireNonNull(session.seriesDay()).isBefore(day))
                        .filter(session -> session.id().equals(id) || !session.isDetachedFromSeries())
                        .toList();
        audit.changed("series", seriesId.value(), "changed");
        var impact = executor.apply(targets, change, previewed);
        if (change.scope() == Scope.LATER && day.isAfter(series.recurrence().first())) {
            split(series, day, wanted);
        } else {
            series.rearrange(wanted);
        }
        return impact;
    }

    /** Lists the sessions of a series that are neither over nor cancelled. */
    private List<Session> ahead(SeriesId series) {
        return sessions
                .findBySeriesIdAndDayGreaterThanEqualOrderByStartsAt(series.value(), Series.today(clock))
                .stream()
                .filter(session -> !session.isCancelled() && !session.isOver(clock.instant()))
                .toList();
    }

    /** Finds the session and locks its hub, so that requests that plan at one hub see what the others have planned. */
    private Session lock(SessionId id) {
        var hub = sessions.findHubOf(id.value()).map(HubId::new).orElseThrow(Refused::notFound);
        hubs.findForPlanning(hub);
        var session = sessions.findById(id.value()).orElseThrow(Refused::notFound);
        if (session.isOver(clock.instant())) {
            throw new Over().refused();
        }
        return session;
    }

    private void split(Series series, LocalDate day, SessionPattern wanted) {
        series.splitOn(day, wanted).ifPresent(later -> {
            repository.save(later);
            sessions.findBySeriesIdAndSeriesDayGreaterThanEqual(series.id().value(), day)
                    .forEach(session -> session.belongsTo(later.id()));
        });
    }
}
