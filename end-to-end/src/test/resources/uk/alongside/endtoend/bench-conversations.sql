-- Adds made-up people and conversations to what bench.sql wrote, in the same way: by the superuser of a temporary database,
-- with its triggers and foreign keys off, and drawn from hashes.
--
-- Settings: bench.council (the measured one), bench.people (its people), bench.conversations (of all councils),
-- bench.councils (their number).

set local session_replication_role = replica;

create temporary table bench_person on commit drop as
with drawn as (
    select number, md5(concat('conversation person ', number))::uuid as id,
        ('x' || substr(md5(concat('name ', number)), 1, 7))::bit(28)::int as hash
    from generate_series(0, current_setting('bench.people')::int - 1) as number)
select number, id, translate(upper(lpad(to_hex(number), 8, '0')), '0123456789', 'GHJKMNPQRS') as reference,
    (array['alma', 'bryn', 'carys', 'dilip', 'elin', 'farah', 'gwen', 'huw', 'ines', 'jonas', 'karim', 'lowri', 'mabel',
           'nia', 'owen', 'priya', 'rhys', 'sioned', 'tomos', 'una'])[1 + hash % 20] as first_name,
    concat((array['bar', 'cal', 'dor', 'ell', 'fen', 'gar', 'hol', 'kel', 'lan', 'mor', 'nor', 'pen', 'ros', 'sal', 'tre',
                  'wil'])[1 + hash / 20 % 16],
           (array['a', 'e', 'i', 'o', 'by', 'den', 'ley', 'mar', 'ri', 'sto', 'ver', 'wen'])[1 + hash / 320 % 12],
           (array['bury', 'croft', 'dale', 'field', 'ham', 'son', 'ton', 'wood'])[1 + hash / 3840 % 8]) as last_name
from drawn;

insert into app.person
    (tenant_id, id, version, reference, first_name, last_name, no_contact, needs, created_at)
select current_setting('bench.council')::uuid, id, 0, reference, initcap(first_name), initcap(last_name), true, '{}', now()
from bench_person;

-- As the service writes the terms of a person: reference, words, both orders, and each word with one letter left out.
insert into app.person_term (tenant_id, term, person_id)
select distinct current_setting('bench.council')::uuid, term, id
from bench_person
cross join lateral (
    select 'r:' || reference as term
    union all select 'n:' || word from unnest(array[first_name, last_name, first_name || last_name, last_name || first_name]) as word
    union all select 'm:' || word from unnest(array[first_name, last_name]) as word where length(word) >= 4
    union all select 'm:' || overlay(word placing '' from position for 1)
              from unnest(array[first_name, last_name]) as word cross join generate_series(1, length(word)) as position
              where length(word) >= 4
) as terms;

-- Each council has as many. Five hundred people of the measured council share its conversations; the other councils have
-- conversations without people, because nothing reads these.
create temporary table bench_conversation on commit drop as
select md5(concat('conversation ', number))::uuid as id, number / current_setting('bench.councils')::int as in_council,
    case when number % current_setting('bench.councils')::int = 0 then current_setting('bench.council')::uuid
         else md5(concat('council ', number % current_setting('bench.councils')::int))::uuid end as council,
    now() - number % 730 * interval '1 day' as began
from generate_series(0, current_setting('bench.conversations')::int - 1) as number;

insert into app.conversation
    (tenant_id, id, version, day, status, prompts, started_at, started_by_id)
select council, id, 0, began::date, 'DRAFT', '[]', began, md5(concat('member ', council))::uuid
from bench_conversation;

insert into app.conversation_person (tenant_id, conversation_id, person_id, added_at, added_by_id)
select council, conversation.id, person.id, began, md5(concat('member ', council))::uuid
from bench_conversation as conversation
join bench_person as person on person.number = conversation.in_council % least(500, current_setting('bench.people')::int)
where council = current_setting('bench.council')::uuid;

-- One box each. The bytes stand for an encrypted text of 500 characters; no one reads it.
insert into app.conversation_box
    (tenant_id, id, conversation_id, prompt_id, version, text, from_tool, changed_at, changed_by_id)
select council, md5(concat('box ', id))::uuid, id, 'made-up', 1, decode(repeat(md5(id::text), 16), 'hex'), false, began,
    md5(concat('member ', council))::uuid
from bench_conversation;
