--liquibase formatted sql

--changeset alongside:council-1-council
-- Holds what this service must know about a council. tenant-service keeps the original and sends each version.
create table app.council (
    tenant_id          uuid    not null,
    id                 uuid    not null,
    version            bigint  not null,
    name               text    not null,
    welsh_name         text,
    alias              text    not null,
    status             text    not null,
    nation             text    not null,
    languages          text[]  not null,
    talking_point      text    not null,
    talking_points     text    not null,
    hub                text    not null,
    hubs               text    not null,
    conversation       text    not null,
    conversations      text    not null,
    contact_phone      text,
    contact_email      text,
    contact_hours      text,
    contact_address    text[]  not null,
    relay_number       text,
    complaints         text,
    privacy_notice     text,
    header_colour      text    not null,
    header_text_colour text    not null,
    border_colour      text    not null,
    logo_background    text    not null,
    demonstration      boolean not null,
    constraint council_pkey primary key (tenant_id, id),
    constraint council_own_id check (id = tenant_id),
    constraint council_status_known check (status in ('setting-up', 'live')),
    constraint council_nation_known check (nation in ('england', 'wales', 'scotland')),
    constraint council_languages_known check (languages in ('{en}', '{en,cy}')),
    constraint council_privacy_notice_https check (privacy_notice ~ '^https://'),
    constraint council_header_colour_pattern check (header_colour ~ '^#[0-9A-F]{6}$'),
    constraint council_header_text_colour_pattern check (header_text_colour ~ '^#[0-9A-F]{6}$'),
    constraint council_border_colour_pattern check (border_colour ~ '^#[0-9A-F]{6}$'),
    constraint council_logo_background_pattern check (logo_background ~ '^#[0-9A-F]{6}$')
);
call app.fence('app.council');
call app.place('app.council', 'council');
call app.permit('app.council', 'select, insert, update');

--changeset alongside:council-2-logo
-- Holds the council's logo as tenant-service redrew it. png is null after the council removed its logo.
create table app.council_logo (
    tenant_id uuid   not null,
    id        uuid   not null,
    version   bigint not null,
    png       bytea,
    constraint council_logo_pkey primary key (tenant_id, id),
    constraint council_logo_own_id check (id = tenant_id),
    constraint council_logo_png_size check (octet_length(png) <= 204800)
);
call app.fence('app.council_logo');
call app.place('app.council_logo', 'council');
call app.permit('app.council_logo', 'select, insert, update');

--changeset alongside:council-3-member
-- Holds who may act for the council. Every request reads it, so a change takes effect with the next request.
-- ends_at is the end of a support grant, after which the row admits no request.
create table app.member (
    tenant_id uuid   not null,
    id        uuid   not null,
    version   bigint not null,
    issuer    text   not null,
    subject   text   not null,
    name      text   not null,
    roles     text[] not null,
    status    text   not null,
    ends_at   timestamptz,
    machine   boolean not null default false,
    constraint member_pkey primary key (tenant_id, id),
    constraint member_subject_once unique (tenant_id, issuer, subject),
    constraint member_roles_known check
        (roles <@ array ['hub-staff', 'practitioner', 'lead', 'viewer', 'support', 'support-with-residents']),
    constraint member_support_ends check
        ((roles && array ['support', 'support-with-residents']) = (ends_at is not null)),
    constraint member_status_known check (status in ('active', 'suspended'))
);
call app.fence('app.member');
call app.place('app.member', 'council');
call app.permit('app.member', 'select, insert, update');

--changeset alongside:council-4-blueprint
-- Holds the kinds of session and the prompts for a conversation that the council adopted, as tenant-service sends them:
-- one row a council, the last version.
create table app.blueprint (
    tenant_id uuid   not null,
    id        uuid   not null,
    version   bigint not null,
    kinds     jsonb  not null,
    prompts   jsonb  not null,
    constraint blueprint_pkey primary key (tenant_id, id),
    constraint blueprint_own_id check (id = tenant_id),
    constraint blueprint_version_positive check (version >= 0),
    constraint blueprint_kinds_array check (jsonb_typeof(kinds) = 'array'),
    constraint blueprint_prompts_array check (jsonb_typeof(prompts) = 'array')
);
call app.fence('app.blueprint');
call app.place('app.blueprint', 'council');
call app.permit('app.blueprint', 'select, insert, update (version, kinds, prompts)');

--changeset alongside:council-5-public-views
-- Publishes what the public may read of a council, with the version of its logo, and the logo itself.
create view app.v_council_public with (security_invoker = true) as
    select c.tenant_id, c.id, c.name, c.welsh_name, c.nation, c.alias, c.talking_points, c.contact_phone,
           c.contact_email, c.contact_hours, c.contact_address, c.relay_number, c.complaints, c.privacy_notice,
           c.header_colour, c.header_text_colour, c.border_colour, c.logo_background, c.demonstration, l.version as logo
    from app.council c
    left join app.council_logo l on l.tenant_id = c.tenant_id and l.png is not null;
create view app.v_council_logo with (security_invoker = true) as
    select l.tenant_id, l.version, l.png from app.council_logo l where l.png is not null;
