package uk.alongside.conversations.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;

/** Stores the corrections of bookings and walk-ins. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class CorrectionHistory {

    private static final int PAGE = 50;

    private static final String SELECT = """
            select c.id, c.visit_id, c.hub_id, c.from_status, c.from_arrived_at, c.from_started_at, c.from_finished_at,
                   c.to_status, c.to_arrived_at, c.to_started_at, c.to_finished_at, c.reason, c.with_id,
                   c.corrected_at, c.corrected_by_id
            from app.correction c
            where c.tenant_id = :council""";

    private final CouncilSql sql;
    private final Team team;

    CorrectionHistory(CouncilSql sql, Team team) {
        this.sql = sql;
        this.team = team;
    }

    /** Keeps a correction. */
    public void add(Correction correction) {
        sql.sql("""
                        insert into app.correction
                            (tenant_id, id, visit_id, hub_id, from_status, from_arrived_at, from_started_at,
                             from_finished_at, to_status, to_arrived_at, to_started_at, to_finished_at, reason, with_id,
                             corrected_at, corrected_by_id)
                        values (:council, :id, :visit, :hub, :fromStatus, :fromArrived, :fromStarted, :fromFinished,
                                :toStatus, :toArrived, :toStarted, :toFinished, :reason, :with, :at, :by)""")
                .param("id", correction.id().value())
                .param("visit", correction.visit())
                .param("hub", correction.hub().value())
                .param("fromStatus", correction.from().status().name())
                .param("fromArrived", at(correction.from().arrivedAt()))
                .param("fromStarted", at(correction.from().startedAt()))
                .param("fromFinished", at(correction.from().finishedAt()))
                .param("toStatus", correction.to().status().name())
                .param("toArrived", at(correction.to().arrivedAt()))
                .param("toStarted", at(correction.to().startedAt()))
                .param("toFinished", at(correction.to().finishedAt()))
                .param("reason", correction.reason())
                .param(
                        "with",
                        correction.with() == null ? null : correction.with().value())
                .param("at", at(correction.at()))
                .param("by", correction.by().value())
                .update();
    }

    /** Lists the corrections of a booking or a walk-in, the last first, up to 50 at a time. */
    public CorrectionList list(UUID visit, @Nullable CorrectionId after) {
        var page = Page.ofRest(
                sql.sql(SELECT + """
                                 and c.visit_id = :visit
                                  and (cast(:after as uuid) is null or (c.corrected_at, c.id) <
                                       (select a.corrected_at, a.id from app.correction a
                                        where a.tenant_id = :council and a.id = :after))
                                order by c.corrected_at desc, c.id desc limit :most""")
                        .param("visit", visit)
                        .param("after", after == null ? null : after.value())
                        .param("most", PAGE + 1)
                        .query(CorrectionHistory::correction)
                        .list(),
                Correction::id,
                PAGE);
        return CorrectionList.of(
                page,
                team.names(page.items().stream()
                        .map(each -> each.by().value())
                        .distinct()
                        .toList()));
    }

    private static Correction correction(ResultSet row, int number) throws SQLException {
        var with = row.getObject("with_id", UUID.class);
        return new Correction(
                new CorrectionId(row.getObject("id", UUID.class)),
                row.getObject("visit_id", UUID.class),
                new HubId(row.getObject("hub_id", UUID.class)),
                recorded(row, "from"),
                recorded(row, "to"),
                row.getString("reason"),
                with == null ? null : new MemberId(with),
                SqlTimes.instant(row, "corrected_at"),
                new MemberId(row.getObject("corrected_by_id", UUID.class)));
    }

    private static Recorded recorded(ResultSet row, String which) throws SQLException {
        return new Recorded(
                Recorded.Status.valueOf(row.getString(which + "_status")),
                instant(row, which + "_arrived_at"),
                instant(row, which + "_started_at"),
                instant(row, which + "_finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
