--liquibase formatted sql

--changeset alongside:slot-1-slot
-- Holds the slots of sessions, one row each. Its places are taken by one conditional update of that row, and the check
-- is the last word. A slot that its session no longer has is withdrawn and never deleted, because a booking may refer
-- to it.
create table app.slot (
    tenant_id  uuid        not null,
    id         uuid        not null,
    session_id uuid        not null,
    hub_id     uuid        not null,
    day        date        not null,
    starts     time        not null,
    ends       time        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    places     integer     not null,
    taken      integer     not null default 0,
    withdrawn  boolean     not null default false,
    constraint slot_pkey primary key (tenant_id, id),
    constraint slot_session foreign key (tenant_id, session_id) references app.session (tenant_id, id),
    constraint slot_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint slot_places_range check (places between 1 and 50),
    constraint slot_taken_within_places check (taken between 0 and places)
);
create index slot_session on app.slot (tenant_id, session_id);
create index slot_hub_starts_at on app.slot (tenant_id, hub_id, starts_at);
call app.fence('app.slot');
call app.place('app.slot', 'council');
call app.permit('app.slot', 'select, insert, update (places, taken, withdrawn)');

--changeset alongside:slot-2-times-view
-- Publishes the time of each slot, for the lists and rules of other features.
create view app.v_slot_times with (security_invoker = true) as
select tenant_id, id, session_id, hub_id, day, starts, ends, starts_at, ends_at from app.slot;
call app.permit('app.v_slot_times', 'select');

--changeset alongside:slot-3-places-view
-- Publishes the places of each slot and how many of them are taken. A withdrawn slot is one that its session no longer
-- has.
create view app.v_slot_places with (security_invoker = true) as
    select l.tenant_id, l.id, l.session_id, l.ends_at, l.places, l.taken, l.withdrawn from app.slot l;
call app.permit('app.v_slot_places', 'select');
