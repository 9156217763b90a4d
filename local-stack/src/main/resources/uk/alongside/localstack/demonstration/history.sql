-- A made-up year of one council: a talking point each week at its first hubs, who was booked, and who came.
-- The product books no one in the past, so the superuser of the local stack's own PostgreSQL writes these rows directly.
-- Every value comes from a hash of the day, the hub and the person, so that the result is always the same.
--
-- psql variables: council (its id), until (the day after the last), hubs (how many of them).

create temporary table past_session on commit drop as
select hub.id as hub_id, hub.place, day::date as day,
    md5(concat('session ', hub.id, day::date))::uuid as id
from (select id, row_number() over (order by name_key) as place from app.hub where tenant_id = :'council') as hub
cross join generate_series(:'until'::date - 364, :'until'::date - 1, '1 day') as day
where hub.place <= :hubs and extract(isodow from day) = hub.place * 2 - 1;

insert into app.session
    (tenant_id, id, version, hub_id, day, starts, ends, starts_at, ends_at, slot_minutes, places, room)
select :'council', id, 0, hub_id, day, '09:30', '12:30',
    (day + time '09:30') at time zone 'Europe/London', (day + time '12:30') at time zone 'Europe/London', 45, 2, 'Room 1'
from past_session
on conflict do nothing;

create temporary table past_slot on commit drop as
select id as session_id, hub_id, day, time '09:30' + number * interval '45 minutes' as starts,
    md5(concat('slot ', id, number))::uuid as id
from past_session cross join generate_series(0, 3) as number;

create temporary table past_booking on commit drop as
select distinct on (slot_id, person_id) slot_id, person_id, hub_id, day, starts_at, chance,
    md5(concat('booking ', slot_id, person_id))::uuid as id
from (
    select slot.id as slot_id, slot.hub_id, slot.day, (slot.day + slot.starts) at time zone 'Europe/London' as starts_at,
        ('x' || substr(md5(concat('chance ', slot.id, place)), 1, 7))::bit(28)::int as chance,
        person.id as person_id
    from past_slot as slot
    cross join generate_series(1, 2) as place
    join (select id, row_number() over (order by reference) - 1 as number, count(*) over () as people
        from app.person where tenant_id = :'council') as person
        on person.number = ('x' || substr(md5(concat('person ', slot.id, place)), 1, 7))::bit(28)::int % person.people
) as drawn
where chance % 100 < 78
order by slot_id, person_id;

insert into app.slot
    (tenant_id, id, session_id, hub_id, day, starts, ends, starts_at, ends_at, places, taken)
select :'council', id, session_id, hub_id, day, starts, starts + interval '45 minutes',
    (day + starts) at time zone 'Europe/London', (day + starts + interval '45 minutes') at time zone 'Europe/London', 2,
    (select count(*) from past_booking as booking where booking.slot_id = past_slot.id and booking.chance / 100 % 100 >= 8)
from past_slot
on conflict do nothing;

create temporary table past_outcome on commit drop as
select *, day - 1 - chance / 10000 % 24 as asked_on,
    case when chance / 100 % 100 < 8 then 'CANCELLED' when chance / 100 % 100 < 18 then 'DID_NOT_ATTEND'
        -- Staff have not finished the last week.
        when chance / 100 % 100 >= 90 and day >= :'until'::date - 7 then 'EXPECTED' else 'CAME' end
        as status,
    md5(concat('attendance ', id))::uuid as attendance_id
from past_booking;

insert into app.attendance
    (tenant_id, id, version, person_id, hub_id, day, came_by, arrived_at, started_at, finished_at, practitioner_id, changed_at)
select :'council', attendance_id, 0, person_id, hub_id, day, 'BOOKING',
    starts_at + (chance % 13 - 6) * interval '1 minute',
    starts_at + (chance % 9 + 7) * interval '1 minute',
    starts_at + (chance % 20 + 25) * interval '1 minute',
    (select id from app.member where tenant_id = :'council' order by id limit 1),
    starts_at + (chance % 20 + 25) * interval '1 minute'
from past_outcome
where status = 'CAME'
on conflict do nothing;

insert into app.booking
    (tenant_id, id, version, slot_id, person_id, asked_on, booked_at, status,
     attendance_id, absence_reason, absence_next, follow_up, followed_up_at, followed_up_by_id, cancelled_for)
select :'council', id, 0, slot_id, person_id, asked_on, asked_on + time '10:00' at time zone 'Europe/London', status,
    case when status = 'CAME' then attendance_id end,
    case when status = 'DID_NOT_ATTEND' then (array['FORGOT', 'ILL', 'COULD_NOT_GET_HERE'])[chance % 3 + 1] end,
    case when status = 'DID_NOT_ATTEND' then 'RING_THEM' end,
    case when rung then 'RUNG' end,
    case when rung then starts_at + interval '1 day' end,
    case when rung then (select id from app.member where tenant_id = :'council' order by id limit 1) end,
    case when status = 'CANCELLED' then 'PERSON' end
from (select *, status = 'DID_NOT_ATTEND' and day < :'until'::date - 7 as rung from past_outcome) as outcome
on conflict do nothing;
