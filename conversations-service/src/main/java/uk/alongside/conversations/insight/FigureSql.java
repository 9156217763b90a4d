package uk.alongside.conversations.insight;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The SQL behind the figures, which begins with {@link CountedEvents}. It reads only the views {@code app.v_..._counted}
 * that the owners of the facts publish, and the views of slots. Each figure lists its units: a day, a hub, a kind of
 * talking point, a state (counted, or the reason why not), how much the unit adds to the base and to the part, and a
 * value. For the way from a figure to what is behind it, a unit also has the day of the session, the person if the unit is
 * about one, and the conversation or visit. Counting does not read these three, except the person of a figure that tells of
 * people.
 */
final class FigureSql {

    private FigureSql() {}

    static final String WAIT = """
            select r.asked_on as day,
                   case when s.person is null then r.hub_id else s.hub_id end as hub_id,
                   case when s.person is null then r.kind else s.kind end as kind,
                   case when s.person is null then 'NO_CONVERSATION_YET'
                        when s.day < r.asked_on then 'SPOKEN_TO_BEFORE_ASKING'
                        else 'COUNTED' end as state,
                   1 as base, cast(s.walked_in as integer) as part, 0 as also,
                   cast(s.day - r.asked_on as double precision) as value, r.person, s.day as met, s.id as record
            from first_request r left join first_spoken s on s.person = r.person""";

    static final String WAITING_NOW = """
            select cast(:today as date) as day, w.hub_id, w.kind, 'COUNTED' as state, 1 as base,
                   cast(:today - w.asked_on > 28 as integer) as part, 0 as also,
                   cast(:today - w.asked_on as double precision) as value, w.person,
                   case when b.id is null then cast(:today as date) else l.day end as met, cast(null as uuid) as record
            from (select distinct on (r.person) r.person, r.id, r.asked_on, r.hub_id, r.kind from request r
                  where r.open and not exists (select from first_spoken s where s.person = r.person)
                  order by r.person, r.asked_on, r.id) w
            left join app.v_booking_counted b on b.tenant_id = :council and b.id = w.id
            left join slot_kind l on l.id = b.slot_id""";

    /**
     * The method of 19 May 2026, version 1.1, as far as a talking point has its facts. A request is linked to the next
     * conversation with its person. Of requests that wait for the same conversation the first one counts.
     */
    static final String WAIT_BY_DHSC = """
            select coalesce(q.answered_on, q.asked_on) as day, cast(q.next_spoken[3] as uuid) as hub_id,
                   q.next_spoken[4] as kind,
                   case when q.answered_on is null then 'NO_CONVERSATION_YET'
                        when p.date_of_birth is null then 'AGE_NOT_RECORDED'
                        when q.asked_on < p.date_of_birth + interval '25 years' then 'UNDER_25'
                        when q.next_spoken[2] is null then 'OUTCOME_NOT_RECORDED'
                        when q.next_spoken[2] in ('ADMITTED_TO_HOSPITAL', 'MOVED_TO_OTHER_COUNCIL', 'REFERRED_TO_NHS',
                             'SELF_FUNDED', 'INFORMATION_AND_ADVICE', 'REFERRED_WITHIN_COUNCIL', 'SUPPORT_DECLINED',
                             'DECEASED', 'SUPPORT_ENDED_AS_PLANNED', 'SUPPORT_ENDED_OTHERWISE', 'NO_SERVICES_OFFERED',
                             'OTHER') then 'NO_FURTHER_ACTION'
                        else 'COUNTED' end as state,
                   1 as base, cast(q.asked_on >= p.date_of_birth + interval '65 years' as integer) as part, 0 as also,
                   cast(q.answered_on - q.asked_on as double precision) as value, q.person, q.answered_on as met,
                   cast(null as uuid) as record
            from (select distinct on (e.person, cast(e.next_spoken[1] as date)) e.person, e.day as asked_on,
                         cast(e.next_spoken[1] as date) as answered_on, e.next_spoken
                  from event e where e.step = 0
                  order by e.person, cast(e.next_spoken[1] as date), e.day, e.id) q
            join app.v_person_counted p on p.tenant_id = :council and p.id = q.person""";

    /** The part is without those who asked again, {@code also} with them. */
    static final String RESOLVED = """
            select t.day, t.hub_id, t.kind, 'COUNTED' as state, 1 as base,
                   cast(t.resolved and not t.again as integer) as part, cast(t.resolved as integer) as also,
                   cast(null as double precision) as value, t.person, t.day as met, t.id as record
            from (select distinct on (a.person) a.person, a.id, a.day, a.hub_id, a.kind, a.again,
                         a.outcome in ('INFORMATION_AND_ADVICE', 'REFERRED_WITHIN_COUNCIL') as resolved
                  from again a order by a.person, a.day, a.id) t""";

    /** A person counts once in a period, from the first conversation in it. */
    static final String ASKED_AGAIN = """
            select t.day, t.hub_id, t.kind, 'COUNTED' as state, 1 as base, cast(t.again as integer) as part,
                   0 as also, cast(null as double precision) as value, t.person, t.day as met, t.id as record
            from (select distinct on (a.person, a.starts) a.person, a.id, a.day, a.hub_id, a.kind, a.again
                  from (select b.person, b.id, b.day, b.hub_id, b.kind, b.again,
                               date_trunc(:grain, cast(b.day as timestamp)) as starts
                        from again b) a
                  order by a.person, a.starts, a.day, a.id) t""";

    /** Of several people in one conversation, one counts as its person: rather too few people than too many. */
    static final String ASSESSMENT = """
            select e.day, e.hub_id, e.kind, 'COUNTED' as state, 1 as base,
                   cast(e.outcome = 'ASSESSMENT_OR_REVIEW' as integer) as part, 0 as also,
                   cast(null as double precision) as value, t.person, e.day as met, e.id as record
            from ended e
            left join (select distinct on (a.id) a.id, a.person from talk a order by a.id, a.person) t on t.id = e.id""";

    /**
     * A person who did not come, and whose booking was moved afterwards, did not come to the earlier slot. Walk-ins are read
     * without the visits of bookings, because those take most of the time.
     */
    static final String ATTENDED = """
            select l.day, l.hub_id, l.kind,
                   case b.status when 'EXPECTED' then 'NOT_RECORDED' when 'CANCELLED' then 'CANCELLED'
                        else 'COUNTED' end as state,
                   1 as base, cast(b.status = 'CAME' as integer) as part, 0 as also,
                   cast(null as double precision) as value, b.person_id as person, l.day as met,
                   cast(null as uuid) as record
            from app.v_booking_counted b
            join slot_kind l on l.id = b.slot_id
            where b.tenant_id = :council and l.day < :today and b.cancelled_for is distinct from 'MISTAKE'
            union all
            select l.day, l.hub_id, l.kind, 'COUNTED', 1, 0, 0, null, b.person_id, l.day, null
            from app.v_booking_missed_counted b
            join slot_kind l on l.id = b.slot_id
            where b.tenant_id = :council and l.day < :today
            union all
            select a.day, a.hub_id, k.kind, 'WALKED_IN', 1, 0, 0, null, a.person_id, a.day, null
            from app.v_attendance_counted a
            left join day_kind k on k.hub_id = a.hub_id and k.day = a.day
            where a.tenant_id = :council and a.came_by = 'WALK_IN' and a.day < :today""";

    static final String PLACES_USED = """
            select l.day, l.hub_id, l.kind, case l.status when 'PLANNED' then 'COUNTED' else 'SESSION_CANCELLED' end
                       as state,
                   p.places as base, coalesce(c.people, 0) as part, p.taken as also,
                   cast(null as double precision) as value, cast(null as uuid) as person, l.day as met,
                   cast(null as uuid) as record
            from app.v_slot_places p
            join slot_kind l on l.id = p.id
            left join (select b.slot_id, count(*) as people from app.v_booking_counted b
                       where b.tenant_id = :council and b.status = 'CAME' group by b.slot_id) c on c.slot_id = p.id
            where p.tenant_id = :council and not p.withdrawn and l.day < :today""";

    static final String STEPS_DONE = """
            select e.day, e.hub_id, e.kind, 'COUNTED' as state, 1 as base,
                   cast(s.status = 'DONE' as integer) as part, cast(s.status = 'NOT_DONE' as integer) as also,
                   cast(null as double precision) as value, cast(null as uuid) as person, e.day as met, e.id as record
            from ended e
            join app.v_step_counted s on s.tenant_id = :council and s.conversation_id = e.id""";

    static final String CONNECTED = """
            select e.day, e.hub_id, e.kind, 'COUNTED' as state, 1 as base,
                   cast(c.conversation_id is not null as integer) as part,
                   cast(coalesce(c.happened, false) as integer) as also, cast(null as double precision) as value,
                   cast(null as uuid) as person, e.day as met, e.id as record
            from ended e
            left join (select n.conversation_id, bool_or(n.status = 'HAPPENED') as happened
                       from app.v_connection_counted n where n.tenant_id = :council
                       group by n.conversation_id) c on c.conversation_id = e.id""";

    static final String RECORDING_TIME = """
            select e.day, e.hub_id, e.kind, 'COUNTED' as state, 1 as base, 0 as part, 0 as also,
                   cast(extract(epoch from e.finished_at - e.started_at) / 60 as double precision) as value,
                   cast(null as uuid) as person, e.day as met, e.id as record
            from ended e""";

    /** A value of 2 is Yes. A conversation without any answer to the instrument is one in which nothing was asked. */
    static final String ANSWERED = """
            select a.day, e.hub_id, e.kind, a.state, 1 as base,
                   cast(a.value = 2 as integer) as part, cast(a.value = 1 as integer) as also,
                   cast(null as double precision) as value, coalesce(m.kept, a.person) as person, a.day as met,
                   a.conversation as record
            from unnest(cast(:people as uuid[]), cast(:days as date[]), cast(:conversations as uuid[]),
                        cast(:states as text[]), cast(:values as double precision[]))
                 as a (person, day, conversation, state, value)
            left join merge m on m.merged = a.person
            left join ended e on e.id = a.conversation
            union all
            select e.day, e.hub_id, e.kind, 'NOT_ASKED', 1, 0, 0, null, null, e.day, e.id from ended e
            where not exists (select from unnest(cast(:conversations as uuid[])) as a (conversation)
                              where a.conversation = e.id)""";

    static final String CHANGED = """
            select a.day, e.hub_id, e.kind, a.state, 1 as base, 0 as part, 0 as also, a.value,
                   coalesce(m.kept, a.person) as person, a.day as met, a.conversation as record
            from unnest(cast(:people as uuid[]), cast(:days as date[]), cast(:conversations as uuid[]),
                        cast(:states as text[]), cast(:values as double precision[]))
                 as a (person, day, conversation, state, value)
            left join merge m on m.merged = a.person
            left join ended e on e.id = a.conversation""";

    private static final String UNITS = """
            , unit as (
            """;

    private static final String KEYED = """
            )
            select case grouping(k.month) when 0 then 'MONTH' else 'QUARTER' end as grain,
                   cast(coalesce(k.month, k.quarter) as date) as starts, {keys} k.state,
                   sum(k.base) as base, sum(k.part) as part, sum(k.also) as also, count(distinct k.person) as people,
                   percentile_cont(0.5) within group (order by k.value) as median,
                   percentile_cont(0.9) within group (order by k.value) as ninth_decile,
                   percentile_cont(0.5) within group (order by k.value) filter (where k.part = 1) as median_of_part,
                   percentile_cont(0.5) within group (order by k.value) filter (where k.part = 0) as median_of_rest,
                   avg(k.value) as mean, stddev_samp(k.value) as deviation, max(k.value) as largest
            from (select date_trunc('month', cast(u.day as timestamp)) as month,
                         date_trunc('quarter', cast(u.day as timestamp)) as quarter,
                         cast(u.hub_id as text) as hub, u.kind,
            """;

    private static final String GROUPED = """
             as person, u.state, u.base, u.part, u.also, u.value
                  from unit u
                  where u.day >= :from and u.day < :until
                    and (cast(:hub as uuid) is null or u.hub_id = :hub)
                    and (cast(:kind as text) is null or u.kind = :kind)) k
            group by grouping sets (""";

    private static final String LISTED = """
            )
            select u.met, u.kind, u.state, u.base, u.part, u.value, u.person, u.record from unit u
            where u.day >= :from and u.day < :until and u.hub_id = :hub
              and (cast(:kind as text) is null or u.kind = :kind)
            order by u.met, u.kind, u.state, u.person, u.record""";

    /**
     * Returns the statement that counts the units of a figure by month and by quarter, divided in each of these ways. The
     * units are found once, which takes most of the time.
     */
    static String counts(Figure figure, Set<Split> splits) {
        var person = figure.tellsOfPeople() ? "u.person" : "cast(null as uuid)";
        var keys = splits.contains(Split.HUB) && splits.contains(Split.KIND)
                ? """
                case when grouping(k.hub) = 0 then 'HUB' when grouping(k.kind) = 0 then 'KIND' else 'NONE' end as split,
                case when grouping(k.hub) = 0 then k.hub when grouping(k.kind) = 0 then k.kind end as group_key,"""
                : "'NONE' as split, cast(null as text) as group_key,";
        var sets = splits.stream()
                .sorted()
                .flatMap(split -> Stream.of("(k.month%s, k.state)", "(k.quarter%s, k.state)")
                        .map(set -> set.formatted(split.key)))
                .collect(joining(", ", "", ")"));
        return CountedEvents.SQL + UNITS + figure.units() + KEYED.replace("{keys}", keys) + person + GROUPED + sets;
    }

    /** Returns the statement that lists the units of a figure at one hub. */
    static String units(Figure figure) {
        return CountedEvents.SQL + UNITS + figure.units() + LISTED;
    }

    /** The ways to divide a figure. */
    enum Split {
        NONE(""),
        HUB(", k.hub"),
        KIND(", k.kind");

        /** None, and all three, which are the two choices of a statement. */
        static final Set<Split> WHOLE = Set.of(NONE);

        static final Set<Split> ALL = Set.of(values());

        private final String key;

        Split(String key) {
            this.key = key;
        }
    }
}
