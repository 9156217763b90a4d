--liquibase formatted sql

--changeset alongside:0005-blueprint
--comment What a council made of the packaged approach. The approach itself is a file in the release.
create table app.blueprint (
    tenant_id uuid not null,
    id uuid not null check (id = tenant_id),
    version bigint not null check (version >= 0),
    primary key (tenant_id, id)
);
call app.fence('app.blueprint');
call app.place('app.blueprint', 'council');
call app.permit('app.blueprint', 'select, insert, update (version)');

--changeset alongside:0005-blueprint-element
--comment One row for each element decided on: what the council goes by, what was offered then, who and why.
create table app.blueprint_element (
    tenant_id uuid not null,
    element text not null check (char_length(element) between 1 and 120),
    part text not null,
    title text not null,
    ours jsonb,
    offered jsonb,
    decided_in text not null,
    decision text not null check (decision in ('took', 'kept')),
    note text check (char_length(note) <= 500),
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (tenant_id, element),
    foreign key (tenant_id, decided_by) references app.member (tenant_id, id)
);
create index blueprint_element_decided_by on app.blueprint_element (tenant_id, decided_by);
call app.fence('app.blueprint_element');
call app.place('app.blueprint_element', 'council');
call app.permit(
    'app.blueprint_element',
    'select, insert, update (title, ours, offered, decided_in, decision, note, decided_by, decided_at)');
