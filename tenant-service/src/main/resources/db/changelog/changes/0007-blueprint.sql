--liquibase formatted sql

--changeset alongside:blueprint-1-blueprint
--comment Counts the versions of a council's own approach. The packaged approach itself is a file in the release.
create table app.blueprint (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    constraint blueprint_pkey primary key (tenant_id, id),
    constraint blueprint_own_id check (id = tenant_id),
    constraint blueprint_version_positive check (version >= 0)
);
call app.fence('app.blueprint');
call app.place('app.blueprint', 'council');
call app.permit('app.blueprint', 'select, insert, update (version)');

--changeset alongside:blueprint-2-element
--comment Holds one row for each element of the approach that the council decided on: its own version, what was offered at the time, the member who decided and the reason.
create table app.blueprint_element (
    tenant_id uuid not null,
    element text not null,
    part text not null,
    title text not null,
    ours jsonb,
    offered jsonb,
    decided_in text not null,
    decision text not null,
    note text,
    decided_by_id uuid not null,
    decided_at timestamptz not null,
    constraint blueprint_element_pkey primary key (tenant_id, element),
    constraint blueprint_element_decided_by foreign key (tenant_id, decided_by_id) references app.member (tenant_id, id),
    constraint blueprint_element_length check (char_length(element) between 1 and 120),
    constraint blueprint_element_decision_known check (decision in ('took', 'kept')),
    constraint blueprint_element_note_length check (char_length(note) <= 500)
);
create index blueprint_element_decided_by on app.blueprint_element (tenant_id, decided_by_id);
call app.fence('app.blueprint_element');
call app.place('app.blueprint_element', 'council');
call app.permit('app.blueprint_element', 'select, insert, update (title, ours, offered, decided_in, decision, note,
    decided_by_id, decided_at)');
