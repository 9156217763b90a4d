--liquibase formatted sql

--changeset alongside:0005-booking
create table app.booking (
    tenant_id  uuid        not null,
    id         uuid        not null,
    version    bigint      not null,
    slot_id    uuid        not null,
    person_id  uuid        not null,
    asked_on   date        not null,
    booked_at  timestamptz not null,
    status     text        not null check (status in ('EXPECTED', 'ARRIVED')),
    arrived_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, slot_id, person_id),
    foreign key (tenant_id, slot_id) references app.slot (tenant_id, id),
    foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    check ((status = 'ARRIVED') = (arrived_at is not null))
);
create index booking_person on app.booking (tenant_id, person_id);
call app.fence('app.booking');
call app.place('app.booking', 'council');
call app.permit('app.booking', 'select, insert, update (version, status, arrived_at)');
