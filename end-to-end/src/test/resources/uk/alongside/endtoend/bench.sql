-- A made-up year of one council, and of others beside it, so that what is measured has something to be lost in.
-- By the superuser of a database that is thrown away afterwards, with its triggers and foreign keys off; what is written
-- would pass them. Everything is drawn from hashes, so that each time it is the same.
--
-- Settings: bench.council (who is measured), bench.bookings (how many, of all), bench.councils (how many of them).

set local session_replication_role = replica;

truncate app.booking, app.hold, app.extra_place, app.walk_in, app.attendance, app.day_revision, app.slot, app.session, app.series,
    app.person_term, app.person, app.hub_closure, app.hub_room, app.hub, app.idempotency
    cascade;

-- A day at a hub has 30 bookings. The one that is measured has at least the coming four weeks.
create temporary table bench_council on commit drop as
with asked as (
    select current_setting('bench.bookings')::int / 30 as days, current_setting('bench.councils')::int as councils),
own as (
    select days, councils, greatest(days / councils, 28) as own from asked)
select number, case when number = 0 then current_setting('bench.council')::uuid
                    else md5(concat('council ', number))::uuid end as id,
    case when number = 0 then own
         else (days - own) / (councils - 1) + case when number <= (days - own) % (councils - 1) then 1 else 0 end
    end as days
from own cross join generate_series(0, councils - 1) as number;

-- A year at one hub, then a year at the next; the last day is four weeks ahead.
create temporary table bench_day on commit drop as
select council.id as council, md5(concat('hub ', council.id, each / 365))::uuid as hub, each / 365 as hub_number,
    current_date + 28 - each % 365 as day, md5(concat('session ', council.id, each))::uuid as session,
    greatest(council.days * 30 / 5, 60) as people
from bench_council as council cross join generate_series(0, council.days - 1) as each;

insert into app.hub
    (tenant_id, id, version, name, name_key, address, postcode, opening_hours, search_text)
select distinct council, hub, 0, 'Made-up hub ' || hub_number, 'made-up hub ' || hub_number, array['1 Made-up Street'],
    'ZY1 1ZZ', '', 'made-up hub ' || hub_number
from bench_day;

insert into app.person
    (tenant_id, id, version, reference, first_name, last_name, no_contact, needs, created_at)
select council.id, md5(concat('person ', council.id, person))::uuid, 0,
    translate(upper(lpad(to_hex(person), 8, '0')), '01', 'XY'), 'Made-up', 'Person ' || person, true, '{}', now()
from bench_council as council
cross join generate_series(0, greatest(council.days * 30 / 5, 60) - 1) as person;

insert into app.session
    (tenant_id, id, version, hub_id, day, starts, ends, starts_at, ends_at, slot_minutes, places, room)
select council, session, 0, hub, day, '09:00', '17:00',
    (day + time '09:00') at time zone 'Europe/London', (day + time '17:00') at time zone 'Europe/London', 30, 2, 'Room 1'
from bench_day;

-- Sixteen slots of two places; the last two have one left each.
create temporary table bench_slot on commit drop as
select council, hub, day, session, people, time '09:00' + number * interval '30 minutes' as starts,
    case when number < 14 then 2 else 1 end as taken, md5(concat('slot ', session, number))::uuid as id
from bench_day cross join generate_series(0, 15) as number;

insert into app.slot
    (tenant_id, id, session_id, hub_id, day, starts, ends, starts_at, ends_at, places, taken)
select council, id, session, hub, day, starts, starts + interval '30 minutes',
    (day + starts) at time zone 'Europe/London', (day + starts + interval '30 minutes') at time zone 'Europe/London',
    2, taken
from bench_slot;

create temporary table bench_booking on commit drop as
select council, hub, day, starts, day < current_date as past, id as slot, md5(concat('booking ', id, place))::uuid as id,
    md5(concat('person ', council, (('x' || substr(id::text, 1, 7))::bit(28)::int + place) % people))::uuid as person,
    md5(concat('attendance ', id, place))::uuid as attendance
from bench_slot cross join lateral generate_series(1, taken) as place;

insert into app.attendance
    (tenant_id, id, version, person_id, hub_id, day, came_by, arrived_at, started_at, finished_at, practitioner_id, changed_at)
select council, attendance, 0, person, hub, day, 'BOOKING', day + starts, day + starts, day + starts,
    md5(concat('member ', council))::uuid, day + starts
from bench_booking
where past;

insert into app.booking (tenant_id, id, version, slot_id, person_id, asked_on, booked_at, status, attendance_id)
select council, id, 0, slot, person, day - 7, (day - 7)::timestamptz, case when past then 'CAME' else 'EXPECTED' end,
    case when past then attendance end
from bench_booking;
