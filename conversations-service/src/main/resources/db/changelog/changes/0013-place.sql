--liquibase formatted sql

--changeset alongside:place-1-hold
-- Holds the places that are kept for ten minutes. A hold counts in its slot's taken for as long as its row exists.
create table app.hold (
    tenant_id  uuid        not null,
    id         uuid        not null,
    slot_id    uuid        not null,
    member_id  uuid        not null,
    expires_at timestamptz not null,
    constraint hold_pkey primary key (tenant_id, id),
    constraint hold_slot foreign key (tenant_id, slot_id) references app.slot (tenant_id, id),
    constraint hold_member foreign key (tenant_id, member_id) references app.member (tenant_id, id)
);
create index hold_slot on app.hold (tenant_id, slot_id);
create index hold_member on app.hold (tenant_id, member_id);
create index hold_expires_at on app.hold (tenant_id, expires_at);
call app.fence('app.hold');
call app.place('app.hold', 'council');
call app.permit('app.hold', 'select, insert, delete');

--changeset alongside:place-2-extra-place
-- Records each place that a lead added to a slot, with the reason.
create table app.extra_place (
    tenant_id   uuid        not null,
    id          uuid        not null,
    slot_id     uuid        not null,
    reason      text        not null,
    added_by_id uuid        not null,
    added_at    timestamptz not null,
    constraint extra_place_pkey primary key (tenant_id, id),
    constraint extra_place_slot foreign key (tenant_id, slot_id) references app.slot (tenant_id, id),
    constraint extra_place_added_by foreign key (tenant_id, added_by_id) references app.member (tenant_id, id),
    constraint extra_place_reason_length check (char_length(reason) between 1 and 200)
);
create index extra_place_slot on app.extra_place (tenant_id, slot_id);
create index extra_place_added_by on app.extra_place (tenant_id, added_by_id);
call app.fence('app.extra_place');
call app.place('app.extra_place', 'council');
call app.permit('app.extra_place', 'select, insert');

--changeset alongside:place-3-holds-view
-- Publishes the slot and the end of each hold, so that the holds of a slot can be counted.
create view app.v_place_holds with (security_invoker = true) as
    select h.tenant_id, h.id, h.slot_id, h.expires_at from app.hold h;
call app.permit('app.v_place_holds', 'select');
