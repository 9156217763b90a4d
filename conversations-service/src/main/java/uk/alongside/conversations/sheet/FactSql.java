package uk.alongside.conversations.sheet;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import uk.alongside.conversations.insight.CountedEvents;
import uk.alongside.statistics.sheet.Fact;

/**
 * The SQL that counts the facts of the sheets of one or more periods, in one statement, because to find what each person
 * asked for and when they were spoken to takes most of the time. It reads only the views {@code app.v_..._counted} that the
 * owners of the facts publish, and the views of slots.
 *
 * <p>Each fact lists its events in each period: the person, the day, the id, the cell and the kind of talking point. The
 * cell is null if what it says is not recorded. A person is in the cell of their first event of the period that has one; of
 * events of one day the smallest id is the first. A person of whom no event has a cell is counted as not recorded.
 */
final class FactSql {

    private FactSql() {}

    /** The periods, by their place in the list of parameters, with the first days of the periods before them. */
    private static final String PERIODS = """
            , period as (
                select p.number, p.before, p.starts, p.until
                from unnest(cast(:befores as date[]), cast(:starts as date[]), cast(:untils as date[]))
                     with ordinality as p (before, starts, until, number))""";

    private static final String WAIT = """
            select 'WAIT' as fact, p.number as period, s.person, s.day, s.person as id,
                   case when r.asked_on is null or r.asked_on > s.day then null
                        when s.day = r.asked_on then 'same-day'
                        when s.day - r.asked_on <= 5 then '1-5-days'
                        when s.day - r.asked_on <= 10 then '6-10-days'
                        when s.day - r.asked_on <= 20 then '11-20-days'
                        when s.day - r.asked_on <= 28 then '21-28-days'
                        when s.day - r.asked_on <= 56 then '29-56-days'
                        else 'over-56-days' end as cell,
                   s.kind
            from first_spoken s
            join period p on s.day >= p.starts and s.day < p.until
            left join first_request r on r.person = s.person""";

    /** A person who did not come, and whose booking was moved afterwards, did not come to the earlier slot. */
    private static final String FIRST_BOOKING = """
            select 'FIRST_BOOKING' as fact, p.number as period, coalesce(m.kept, b.person_id) as person, l.day, b.id,
                   case b.status when 'CAME' then 'attended' when 'DID_NOT_ATTEND' then 'did-not-attend'
                        when 'CANCELLED' then 'cancelled' end as cell,
                   l.kind
            from app.v_booking_counted b
            join slot_kind l on l.id = b.slot_id
            join period p on l.day >= p.starts and l.day < p.until
            left join merge m on m.merged = b.person_id
            where b.tenant_id = :council and l.day < :today and b.cancelled_for is distinct from 'MISTAKE'
            union all
            select 'FIRST_BOOKING', p.number, coalesce(m.kept, b.person_id), l.day, b.booking_id, 'did-not-attend', l.kind
            from app.v_booking_missed_counted b
            join slot_kind l on l.id = b.slot_id
            join period p on l.day >= p.starts and l.day < p.until
            left join merge m on m.merged = b.person_id
            where b.tenant_id = :council and l.day < :today""";

    /** A conversation that no booking and no walk-in led to counts as an introduction (docs/adr/0056). */
    private static final String ARRIVAL = """
            select 'ARRIVAL' as fact, p.number as period, t.person, t.day, t.id,
                   case when v.came_by = 'BOOKING' then 'booked' when v.came_by = 'WALK_IN' then 'walked-in'
                        when t.attendance_id is null then 'introduced' end as cell,
                   t.kind
            from talk t
            join period p on t.day >= p.starts and t.day < p.until
            left join visit v on v.id = t.attendance_id
            union all
            select 'ARRIVAL', p.number, v.person, v.day, v.id,
                   case v.came_by when 'BOOKING' then 'booked' when 'WALK_IN' then 'walked-in' end, v.kind
            from visit v
            join period p on v.day >= p.starts and v.day < p.until
            where v.spoken_to and v.person is not null
              and not exists (select from ended e where e.attendance_id = v.id)""";

    private static final String OUTCOME = """
            select 'OUTCOME' as fact, p.number as period, t.person, t.day, t.id,
                   case when t.outcome = 'INFORMATION_AND_ADVICE' then 'information-or-community'
                        when t.outcome = 'REFERRED_WITHIN_COUNCIL' then 'other-council-service'
                        when t.outcome = 'ASSESSMENT_OR_REVIEW' then 'assessment'
                        when t.outcome in ('REABLEMENT', 'SUPPORT_PLANNING_OR_SERVICES', 'SUPPORT_CONTINUES')
                            then 'support'
                        when t.outcome is not null then 'declined-or-other' end as cell,
                   t.kind
            from talk t join period p on t.day >= p.starts and t.day < p.until""";

    private static final String NEXT_STEP = """
            select 'NEXT_STEP' as fact, p.number as period, t.person, t.day, t.id,
                   case when exists (select from app.v_step_counted s
                                     where s.tenant_id = :council and s.conversation_id = t.id)
                        then 'agreed' else 'none' end as cell,
                   t.kind
            from talk t join period p on t.day >= p.starts and t.day < p.until""";

    private static final String CONNECTION_OFFERED = """
            select 'CONNECTION_OFFERED' as fact, p.number as period, t.person, t.day, t.id,
                   case when exists (select from app.v_connection_counted c
                                     where c.tenant_id = :council and c.conversation_id = t.id)
                        then 'offered' else 'not-offered' end as cell,
                   t.kind
            from talk t join period p on t.day >= p.starts and t.day < p.until""";

    /** Of the quarter before the sheet's, so that 90 days have passed since each of its conversations. */
    private static final String ASKED_AGAIN = """
            select 'ASKED_AGAIN' as fact, p.number as period, a.person, a.day, a.id,
                   case when a.again then 'asked-again' else 'did-not' end as cell, a.kind
            from again a join period p on a.day >= p.before and a.day < p.starts""";

    private static final String CONNECTION_TAKEN_UP = """
            select 'CONNECTION_TAKEN_UP' as fact, p.number as period, t.person, t.day, c.id,
                   case c.status when 'HAPPENED' then 'taken-up' when 'NOT_HAPPENED' then 'not-taken-up' end as cell,
                   t.kind
            from talk t
            join period p on t.day >= p.starts and t.day < p.until
            join app.v_connection_counted c on c.tenant_id = :council and c.conversation_id = t.id""";

    /** The answers, which are encrypted and were read first. */
    private static final String ANSWERS = """
            select a.fact, p.number as period, a.person, a.day, a.id, a.cell, e.kind
            from unnest(cast(:facts as text[]), cast(:people as uuid[]), cast(:days as date[]), cast(:ids as uuid[]),
                        cast(:cells as text[]), cast(:conversations as uuid[]))
                 as a (fact, person, day, id, cell, conversation)
            join period p on a.day >= p.starts and a.day < p.until
            left join ended e on e.id = a.conversation""";

    /** The conversations after which the questions about the conversation could have been asked. */
    private static final String NOT_ASKED = """
            select f.fact, p.number, t.person, t.day, t.id, cast(null as text), t.kind
            from talk t
            join period p on t.day >= p.starts and t.day < p.until
            cross join unnest(cast(:asked as text[])) as f (fact)""";

    private static final String FIRST = """
            , happening as (
            """;

    private static final String GROUPED = """
            )
            select f.period, f.fact, f.cell,
                   case when p.date_of_birth is null then null
                        when f.day < p.date_of_birth + interval '65 years' then 'under-65'
                        when f.day < p.date_of_birth + interval '85 years' then '65-to-84'
                        else '85-or-over' end as age,
                   f.kind, count(*) as people
            from (select distinct on (h.period, h.fact, h.person) h.period, h.fact, h.person, h.day, h.cell, h.kind
                  from happening h
                  order by h.period, h.fact, h.person, h.cell is null, h.day, h.id) f
            join app.v_person_counted p on p.tenant_id = :council and p.id = f.person
            group by 1, 2, 3, 4, 5""";

    /** Returns the statement that counts the people in each period and cell of these facts, by age and kind of talking point. */
    static String counts(Collection<Fact> facts) {
        var events = facts.stream()
                .filter(fact -> AnsweredFact.of(fact).isEmpty())
                .map(FactSql::events)
                .collect(joining("\nunion all\n"));
        var all = events.isEmpty() ? "" : events + "\nunion all\n";
        return CountedEvents.SQL + PERIODS + FIRST + all + ANSWERS + "\nunion all\n" + NOT_ASKED + GROUPED;
    }

    private static String events(Fact fact) {
        return switch (fact) {
            case WAIT -> WAIT;
            case FIRST_BOOKING -> FIRST_BOOKING;
            case ARRIVAL -> ARRIVAL;
            case OUTCOME -> OUTCOME;
            case NEXT_STEP -> NEXT_STEP;
            case CONNECTION_OFFERED -> CONNECTION_OFFERED;
            case ASKED_AGAIN -> ASKED_AGAIN;
            case CONNECTION_TAKEN_UP -> CONNECTION_TAKEN_UP;
            case LISTENED_TO, IMPORTANT_DISCUSSED, KNOWS_NEXT, SATISFIED, WORTHWHILE, HAPPY, ANXIOUS, LONELY ->
                throw new IllegalArgumentException(fact + " is counted from answers.");
        };
    }
}
