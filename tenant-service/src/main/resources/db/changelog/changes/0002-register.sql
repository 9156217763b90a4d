--liquibase formatted sql

--changeset alongside:register-1-council
--comment Lists the councils. Everyone reads it, because an operator chooses a council from it, and a council's transaction writes only its own row: it holds no member and no contact. A demonstration council has no authority; an authority has at most one council. No foreign key leads to shared.local_authority, because under Citus a write here would then need a right to change that table; the service takes the code from that table, whose rows only a changeset writes.
create table shared.council (
    id uuid,
    name text not null,
    alias text not null,
    created_at timestamptz not null,
    status text not null,
    demonstration boolean not null,
    authority text,
    constraint council_pkey primary key (id),
    constraint council_name_length check (char_length(name) between 1 and 200),
    constraint council_alias_pattern check (alias ~ '^[a-z][a-z0-9-]{1,38}$'),
    constraint council_status_known check (status in ('setting-up', 'asked-to-go-live', 'live')),
    constraint council_demonstration_without_authority check (authority is null or not demonstration)
);
create unique index council_alias_once on shared.council (alias);
create unique index council_name_once on shared.council (lower(name));
create unique index council_authority_once on shared.council (authority);
call app.place('shared.council', 'shared');
call app.permit('shared.council', 'select, insert, update (name, status)');
alter table shared.council enable row level security, force row level security;
create policy read_all on shared.council for select to tenant_app using (true);
create policy own_row_added on shared.council for insert to tenant_app with check (id = sec.tenant());
create policy own_row_changed on shared.council for update to tenant_app using (id = sec.tenant()) with check (id = sec.tenant());
insert into ops.allowed (rule, object, reason)
    select rule, object, 'The register of councils is what an operator chooses from; it holds no member and no resident.'
    from (values ('P01', 'shared.council'), ('P03', 'shared.council'), ('P04', 'shared.council read_all'),
        ('P04', 'shared.council own_row_added'), ('P04', 'shared.council own_row_changed')) as exception (rule, object);
