package uk.alongside.conversations.sessionchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.rebooking.AffectedNames;
import uk.alongside.conversations.rebooking.OtherPlaces;
import uk.alongside.conversations.rebooking.OtherPlaces.Affected;
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
    private final OtherPlaces otherPlaces;
    private final AffectedNames names;
    private final HubDirectory hubs;
    private final RoomAndStaff roomAndStaff;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SessionChangeService(
            SeriesRepository repository,
            Sessions sessions,
            SessionChangeExecutor executor,
            OtherPlaces otherPlaces,
            AffectedNames names,
            HubDirectory hubs,
            RoomAndStaff roomAndStaff,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.sessions = sessions;
        this.executor = executor;
        this.otherPlaces = otherPlaces;
        this.names = names;
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

    ChangeImpact previewCancel(SessionId session, Cancel cancel) {
        return preview(() -> cancel(session, cancel, null));
    }

    ChangeImpact applyCancel(SessionId session, Cancel cancel, long previewed) {
        return apply(() -> cancel(session, cancel, previewed));
    }

    ChangeImpact previewEnd(SeriesId series, LocalDate last, Cancel cancel) {
        return preview(() -> end(series, last, cancel, null));
    }

    ChangeImpact applyEnd(SeriesId series, LocalDate last, Cancel cancel, long previewed) {
        return apply(() -> end(series, last, cancel, previewed));
    }

    /** Finds the impact of a change. Nothing is stored but the audit of the people who were read. */
    private ChangeImpact preview(Supplier<ChangeImpact> change) {
        var impact = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return offered(named(change.get()));
        }));
        if (!impact.names().isEmpty()) {
            transaction.executeWithoutResult(_ -> names.auditRead(impact.names()));
        }
        return impact;
    }

    private ChangeImpact apply(Supplier<ChangeImpact> change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var impact = named(change.get());
            names.auditRead(impact.names());
            return impact;
        }));
    }

    /** Adds the free places to which the affected bookings can move instead, as they are after the change. */
    private ChangeImpact offered(ChangeImpact impact) {
        var affected = impact.effects()
                .filter(effect -> effect.booking().expected())
                .map(effect -> new Affected(effect.booking(), effect.from(), effect.to() != null))
                .toList();
        return affected.isEmpty()
                ? impact
                : impact.withOffers(otherPlaces.near(affected.getFirst().was().hub(), affected, _ -> true));
    }

    private ChangeImpact named(ChangeImpact impact) {
        return impact.withNames(names.of(impact.effects()
                .map(effect -> effect.booking().person())
                .distinct()
                .toList()));
    }

    private ChangeImpact cancel(SessionId id, Cancel cancel, @Nullable Long previewed) {
        return executor.apply(List.of(lock(id)), cancel, previewed);
    }

    /** Ends a series and cancels its sessions after its new last day. */
    private ChangeImpact end(SeriesId id, LocalDate last, Cancel cancel, @Nullable Long previewed) {
        var hub = repository.findHubOf(id.value()).map(HubId::new).orElseThrow(Refused::notFound);
        hubs.findForPlanning(hub);
        var series = repository.findById(id.value()).orElseThrow(Refused::notFound);
        series.endAfter(last, clock);
        var later = ahead(id).stream()
                .filter(session -> session.date().isAfter(last))
                .toList();
        audit.changed("series", id.value(), "ended");
        return executor.apply(later, cancel, previewed);
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
