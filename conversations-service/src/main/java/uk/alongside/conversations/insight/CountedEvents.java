package uk.alongside.conversations.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The events that figures and sheets count, as the first part of a statement.
 *
 * <p>People who were merged count as the person kept. A booking that was made by mistake is no request. A request after a
 * booking that the council cancelled goes on with the earlier one, from the day on which that was asked, unless the person
 * was spoken to between the two days of asking. A walk-in has the kind of the sessions of that hub and day if they are all
 * of one kind. A conversation is a finished record, or a visit in which one began and of which there is no record.
 *
 * <p>{@code event} puts the requests and conversations of each person in the order of time. To a request it gives the
 * next conversation (on that day or later) as day, outcome, hub and kind; to a conversation it gives the next request
 * (after that day). One sort does this for any number of people, where a join would depend on the planner's guess.
 *
 * <p>Parameters: {@code merged} and {@code kept} (the people who were merged, and into whom) and {@code today}.
 */
public final class CountedEvents {

    public static final String SQL = """
            with merge as (
                select m.merged, m.kept
                from unnest(cast(:merged as uuid[]), cast(:kept as uuid[])) as m (merged, kept)),
            day_kind as (
                select s.hub_id, s.day, min(s.kind) as kind from app.v_session_counted s
                where s.tenant_id = :council and s.status = 'PLANNED'
                group by s.hub_id, s.day
                having min(s.kind) = max(s.kind) and count(s.kind) = count(*)),
            slot_kind as (
                select l.id, l.hub_id, l.day, s.kind, s.status
                from app.v_slot_times l
                join app.v_session_counted s on s.tenant_id = l.tenant_id and s.id = l.session_id
                where l.tenant_id = :council),
            asked as (
                select b.id, coalesce(m.kept, b.person_id) as person, b.asked_on, l.hub_id, l.kind,
                       b.status = 'EXPECTED' and l.day >= :today as open,
                       coalesce(b.cancelled_for = 'US', false) as lapsed
                from app.v_booking_counted b
                join slot_kind l on l.id = b.slot_id
                left join merge m on m.merged = b.person_id
                where b.tenant_id = :council and b.cancelled_for is distinct from 'MISTAKE'
                union all
                select w.id, coalesce(m.kept, w.person_id), w.asked_on, w.hub_id, k.kind,
                       w.status = 'WAITING' and w.day = :today, false
                from app.v_walk_in_counted w
                left join day_kind k on k.hub_id = w.hub_id and k.day = w.day
                left join merge m on m.merged = w.person_id
                where w.tenant_id = :council and w.person_id is not null),
            visit as (
                select a.id, coalesce(m.kept, a.person_id) as person, a.hub_id, a.day, a.came_by, a.spoken_to,
                       coalesce(l.kind, k.kind) as kind
                from app.v_attendance_counted a
                left join app.v_booking_counted b on b.tenant_id = a.tenant_id and b.attendance_id = a.id
                left join slot_kind l on l.id = b.slot_id
                left join day_kind k on b.id is null and k.hub_id = a.hub_id and k.day = a.day
                left join merge m on m.merged = a.person_id
                where a.tenant_id = :council),
            ended as (
                select c.id, c.day, c.hub_id, v.kind, coalesce(v.came_by = 'WALK_IN', false) as walked_in,
                       c.attendance_id, x.outcome, c.started_at, x.finished_at
                from app.v_conversation_counted c
                join app.v_conclusion_counted x on x.tenant_id = c.tenant_id and x.conversation_id = c.id
                left join visit v on v.id = c.attendance_id
                where c.tenant_id = :council and c.finished and x.kind = 'CONVERSATION'),
            talk as (
                select e.id, e.day, e.hub_id, e.kind, e.walked_in, e.attendance_id, e.outcome,
                       coalesce(m.kept, p.person_id) as person
                from ended e
                join app.v_conversation_person_counted p on p.tenant_id = :council and p.conversation_id = e.id
                left join merge m on m.merged = p.person_id),
            spoken as (
                select t.person, t.day, t.hub_id, t.kind, t.walked_in, t.outcome, t.id from talk t
                union all
                select v.person, v.day, v.hub_id, v.kind, v.came_by = 'WALK_IN', null, v.id
                from visit v
                where v.spoken_to and v.person is not null
                  and not exists (select from ended e where e.attendance_id = v.id)),
            rebooked as (
                select p.id, p.person, p.asked_on, p.hub_id, p.kind, p.open, p.lapsed,
                       p.after_lapsed and not exists
                           (select from spoken s where s.person = p.person and s.day > p.was_asked
                            and s.day < p.asked_on) as continues
                from (select a.id, a.person, a.asked_on, a.hub_id, a.kind, a.open, a.lapsed,
                             coalesce(lag(a.lapsed) over earlier, false) as after_lapsed,
                             lag(a.asked_on) over earlier as was_asked
                      from asked a
                      where exists (select from asked o where o.person = a.person and o.lapsed)
                      window earlier as (partition by a.person order by a.asked_on, a.lapsed desc, a.id)) p),
            request as (
                select a.id, a.person, a.asked_on, a.hub_id, a.kind, a.open from asked a
                where not exists (select from asked o where o.person = a.person and o.lapsed)
                union all
                select r.id, r.person, min(r.asked_on) over (partition by r.person, r.number), r.hub_id, r.kind, r.open
                from (select b.id, b.person, b.asked_on, b.hub_id, b.kind, b.open,
                             count(*) filter (where not b.continues) over
                                 (partition by b.person order by b.asked_on, b.lapsed desc, b.id) as number
                      from rebooked b) r),
            first_request as (
                select distinct on (r.person) r.person, r.asked_on, r.hub_id, r.kind from request r
                order by r.person, r.asked_on, r.id),
            first_spoken as (
                select distinct on (s.person) s.person, s.id, s.day, s.hub_id, s.kind, s.walked_in from spoken s
                order by s.person, s.day, s.id),
            event as (
                select e.person, e.id, e.step, e.day, e.hub_id, e.kind, e.outcome,
                       min(e.spoken) over later as next_spoken, min(e.asked_on) over later as next_asked
                from (select r.person, r.id, 0 as step, r.asked_on as day, r.hub_id, r.kind,
                             cast(null as text) as outcome, r.asked_on, cast(null as text[]) as spoken
                      from request r
                      union all
                      select s.person, s.id, 1, s.day, s.hub_id, s.kind, s.outcome, null,
                             array[to_char(s.day, 'YYYY-MM-DD'), s.outcome, cast(s.hub_id as text), s.kind]
                      from spoken s) e
                window later as (partition by e.person order by e.day desc, e.step desc, e.id
                                 rows unbounded preceding)),
            again as (
                select e.person, e.id, e.day, e.hub_id, e.kind, e.outcome,
                       coalesce(e.next_asked <= e.day + 90, false) as again
                from event e where e.step = 1 and e.outcome is not null)
            """;

    private CountedEvents() {}

    /**
     * Binds the parameters of the events to a statement that begins with them.
     *
     * @param kept into whom each merged person was merged
     */
    public static StatementSpec bind(StatementSpec statement, Map<UUID, UUID> kept, LocalDate today) {
        var merges = List.copyOf(kept.entrySet());
        return statement
                .param("merged", merges.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("kept", merges.stream().map(Map.Entry::getValue).toArray(UUID[]::new))
                .param("today", today);
    }
}
