-- Adds a made-up year of finished conversations to what bench.sql wrote for the measured council, in the same way: by the
-- superuser of a temporary database, with its triggers and foreign keys off, and drawn from hashes.
--
-- Settings: bench.council (the measured one), bench.conversations (their number, at most the visits of the year).

set local session_replication_role = replica;

update app.person
set date_of_birth = date '1930-01-01' + ('x' || substr(md5(id::text), 1, 7))::bit(28)::int % 25000
where tenant_id = current_setting('bench.council')::uuid;

-- The sessions of a hub are of one kind on each day of the week.
update app.session
set kind = (array['Talking point', 'Home visit', 'Telephone'])[1 + (extract(dow from day)::int + ('x' || substr(md5(hub_id::text), 1, 7))::bit(28)::int) % 3]
where tenant_id = current_setting('bench.council')::uuid;

create temporary table bench_talk on commit drop as
select md5(concat('talk ', id))::uuid as id, id as attendance, person_id as person, hub_id as hub, day,
    (day + time '10:00') at time zone 'Europe/London' as began,
    ('x' || substr(md5(concat('kind of talk ', id)), 1, 7))::bit(28)::int as hash
from app.attendance
where tenant_id = current_setting('bench.council')::uuid and started_at is not null
order by md5(id::text)
limit current_setting('bench.conversations')::int;

insert into app.conversation
    (tenant_id, id, version, attendance_id, hub_id, day, status, prompts, started_at, started_by_id)
select current_setting('bench.council')::uuid, id, 1, attendance, hub, day, 'FINISHED', '[]', began, md5('member')::uuid
from bench_talk;

insert into app.conversation_person (tenant_id, conversation_id, person_id, added_at, added_by_id)
select current_setting('bench.council')::uuid, id, person, began, md5('member')::uuid
from bench_talk;

-- The bytes stand for encrypted words, here and below; no one reads them.
insert into app.conclusion
    (tenant_id, id, conversation_id, version, kind, explained_as, outcome, support, words, tool_text_read, finished_at,
     finished_by_id)
select current_setting('bench.council')::uuid, md5(concat('conclusion ', id))::uuid, id, 1, 'CONVERSATION', 'CONVERSATION',
    (array['INFORMATION_AND_ADVICE', 'INFORMATION_AND_ADVICE', 'REFERRED_WITHIN_COUNCIL', 'ASSESSMENT_OR_REVIEW',
           'SUPPORT_PLANNING_OR_SERVICES', 'OTHER'])[1 + hash % 6],
    'NONE_NEEDED', decode(md5(id::text), 'hex'), false, began + (20 + hash % 60) * interval '1 minute', md5('member')::uuid
from bench_talk;

-- A next step for each conversation, and a connection for every second one.
insert into app.step
    (tenant_id, id, conversation_id, version, words, owner, due, status, added_at, added_by_id)
select current_setting('bench.council')::uuid, md5(concat('step ', id))::uuid, id, 1, decode(md5(id::text), 'hex'), 'PERSON',
    day + 14, (array['DONE', 'DONE', 'OPEN', 'NOT_DONE'])[1 + hash % 4], began, md5('member')::uuid
from bench_talk;

insert into app.connection
    (tenant_id, id, conversation_id, version, words, way, contact, status, added_at, added_by_id)
select current_setting('bench.council')::uuid, md5(concat('connection ', id))::uuid, id, 1, decode(md5(id::text), 'hex'),
    'TOLD', 'PERSON', (array['OPEN', 'HAPPENED', 'NOT_HAPPENED'])[1 + hash % 3], began, md5('member')::uuid
from bench_talk
where hash % 2 = 0;
