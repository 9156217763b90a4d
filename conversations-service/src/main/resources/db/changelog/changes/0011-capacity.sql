--liquibase formatted sql

--changeset alongside:capacity-1-finding
-- Records what the nightly check found wrong and has not been repaired, where every replica sees it. Holds a council's
-- id and a number, nothing about a person. Every council's row can be read, because the health of a replica counts them; only
-- the bound council's row can be written.
create table ops.capacity_finding (
    council_id uuid,
    slots      integer     not null,
    found_at   timestamptz not null,
    constraint capacity_finding_pkey primary key (council_id),
    constraint capacity_finding_slots_positive check (slots > 0)
);
alter table ops.capacity_finding enable row level security, force row level security;
create policy read_all on ops.capacity_finding for select to conversations_app using (true);
create policy own_council on ops.capacity_finding to conversations_app
    using (council_id = sec.tenant()) with check (council_id = sec.tenant());
grant select, insert, update, delete on ops.capacity_finding to conversations_app;
insert into ops.reviewed_grant (role, object, privilege) values
    ('conversations_app', 'ops.capacity_finding', 'SELECT'),
    ('conversations_app', 'ops.capacity_finding', 'INSERT'),
    ('conversations_app', 'ops.capacity_finding', 'UPDATE'),
    ('conversations_app', 'ops.capacity_finding', 'DELETE');
