package uk.alongside.conversations.headcount;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.day.DayChanges.HubDay;
import uk.alongside.conversations.headcount.HeadcountRefusal.SessionNotBegun;
import uk.alongside.conversations.headcount.HeadcountRefusal.StaleHeadcount;
import uk.alongside.conversations.headcount.Headcounts.Change;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionTime;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Records and reads the head counts of sessions. */
@Service
public class HeadcountService {

    /** The most people that a head count can have. */
    public static final int MOST = 999;

    static final int PAGE = 50;

    /** The name of a session in the audit. */
    private static final String SESSION = "session";

    private final Headcounts headcounts;
    private final Timetable timetable;
    private final Team team;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    HeadcountService(Headcounts headcounts, Timetable timetable, Team team, DayChanges days, Audit audit, Clock clock) {
        this.headcounts = headcounts;
        this.timetable = timetable;
        this.team = team;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /** A head count with its version, as an answer shows it. */
    public record Shown(HeadcountView view, long version) {}

    /** The numbers that were recorded, and the names of the members who recorded them. */
    record History(Page<Change, UUID> page, Map<UUID, String> members) {

        @Nullable
        String byName(Change change) {
            return members.get(change.by().value());
        }
    }

    /** Returns the head count of a session. */
    @Transactional(readOnly = true)
    public Shown find(SessionId session) {
        session(session);
        return shown(headcounts.find(session));
    }

    /** Records the head count of a session if its version is still this one. The same number again changes nothing. */
    @Transactional
    public Shown record(SessionId id, long version, int people) {
        var session = session(id);
        if (session.date().isAfter(LocalDate.now(clock))) {
            throw new SessionNotBegun().refused();
        }
        var before = headcounts.find(id);
        if (Objects.equals(before.people(), people)) {
            return shown(before);
        }
        var changed =
                before.changed(people, OwnChange.now(clock), Caller.current().member());
        if (before.version() != version || !headcounts.save(changed)) {
            throw new StaleHeadcount(shown(headcounts.find(id)).view()).refused();
        }
        audit.changed(SESSION, id.value(), "headcount-recorded");
        days.changed(new HubDay(session.hub().value(), session.date()));
        return shown(changed);
    }

    /** Lists the numbers that were recorded for a session, the last one first. */
    @Transactional(readOnly = true)
    History history(SessionId session, @Nullable UUID after) {
        session(session);
        var page = Page.ofRest(headcounts.changes(session, after, PAGE + 1), Change::id, PAGE);
        return new History(
                page,
                team.names(page.items().stream()
                        .map(change -> change.by().value())
                        .distinct()
                        .toList()));
    }

    private SessionTime session(SessionId id) {
        return timetable.sessions(List.of(id.value())).stream().findFirst().orElseThrow(Refused::notFound);
    }

    private Shown shown(Headcount headcount) {
        var by = headcount.changedBy();
        return new Shown(
                new HeadcountView(
                        headcount.session(),
                        headcount.people(),
                        headcount.changedAt(),
                        by == null ? null : team.names(List.of(by.value())).get(by.value())),
                headcount.version());
    }
}
