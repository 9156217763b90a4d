--liquibase formatted sql

--changeset alongside:register-1-council
--comment Lists the councils. Unfenced, because an operator chooses a council from it: it holds no member and no contact. A demonstration council has no authority; an authority has at most one council. No foreign key leads to shared.local_authority, because under Citus a write here would then need a right to change that table; the service takes the code from that table, whose rows only a changeset writes.
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
insert into ops.allowed (rule, object, reason)
    select rule, 'shared.council', 'The register of councils is what an operator chooses from; it holds no member and no resident.'
    from unnest(array['P01', 'P02', 'P03']) as rule;
