--liquibase formatted sql

--changeset alongside:0001-council-register
--comment Which councils there are. Unfenced, because it is what an operator chooses a council from: no member, no contact.
create table shared.council (
    id uuid primary key,
    name text not null check (char_length(name) between 1 and 200),
    alias text not null check (alias ~ '^[a-z][a-z0-9-]{1,38}$'),
    created_at timestamptz not null
);
create unique index council_alias on shared.council (alias);
create unique index council_name on shared.council (lower(name));
call app.place('shared.council', 'shared');
call app.permit('shared.council', 'select, insert, update (name)');
insert into ops.allowed (rule, object, reason)
    select rule, 'shared.council', 'The register of councils is what an operator chooses from; it holds no member and no resident.'
    from unnest(array['P01', 'P02', 'P03']) as rule;

--changeset alongside:0001-council-settings
--comment One row a council: its id is the council's own.
create table app.council_settings (
    tenant_id uuid not null,
    id uuid not null check (id = tenant_id),
    name text not null check (char_length(name) between 1 and 200),
    alias text not null,
    talking_point text not null check (char_length(talking_point) between 1 and 60),
    contact_phone text,
    contact_email text,
    demonstration boolean not null,
    version bigint not null check (version > 0),
    primary key (tenant_id, id)
);
call app.fence('app.council_settings');
call app.place('app.council_settings', 'council');
call app.permit(
    'app.council_settings',
    'select, insert, update (name, talking_point, contact_phone, contact_email, version)');
