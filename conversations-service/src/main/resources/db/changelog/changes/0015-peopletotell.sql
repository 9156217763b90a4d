--liquibase formatted sql

--changeset alongside:peopletotell-1-person-to-tell
-- Holds the people who must be told that their booking has changed. The time that a person knows of is kept, because the
-- booking may change several times before the person is told. Columns that name members, slots or closures are no
-- foreign keys: no query starts from their side.
create table app.person_to_tell (
    tenant_id       uuid        not null,
    id              uuid        not null,
    hub_id          uuid        not null,
    booking_id      uuid        not null,
    person_id       uuid        not null,
    cause           text        not null,
    reason          text,
    was_slot_id     uuid        not null,
    was_starts_at   timestamptz not null,
    now_slot_id     uuid,
    closure_id      uuid,
    needed          boolean     not null,
    arisen_at       timestamptz not null,
    arisen_by_id    uuid        not null,
    attempts        integer     not null,
    attempted_at    timestamptz,
    attempted_by_id uuid,
    told_at         timestamptz,
    told_by_id      uuid,
    told_how        text,
    constraint person_to_tell_pkey primary key (tenant_id, id),
    constraint person_to_tell_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint person_to_tell_booking foreign key (tenant_id, booking_id) references app.booking (tenant_id, id),
    constraint person_to_tell_person foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    constraint person_to_tell_cause_known check (cause in
        ('SESSION_CHANGED', 'SESSION_CANCELLED', 'SERIES_ENDED', 'CANCELLED_BY_US', 'HUB_CLOSED', 'HUB_REOPENED',
         'BOOKING_RESTORED')),
    constraint person_to_tell_reason_length check (char_length(reason) between 1 and 200),
    constraint person_to_tell_attempts_range check (attempts between 0 and 100),
    constraint person_to_tell_attempted check
        ((attempted_at is null) = (attempts = 0) and (attempted_at is null) = (attempted_by_id is null)),
    constraint person_to_tell_told check
        ((told_at is null) = (told_by_id is null) and (told_at is null) = (told_how is null)),
    constraint person_to_tell_told_how_known check
        (told_how in ('PHONE', 'TEXT_MESSAGE', 'EMAIL', 'LETTER', 'IN_PERSON', 'NOT_NEEDED'))
);
create unique index person_to_tell_open on app.person_to_tell (tenant_id, booking_id) where told_at is null;
create index person_to_tell_hub on app.person_to_tell (tenant_id, hub_id, was_starts_at, id);
create index person_to_tell_told on app.person_to_tell (tenant_id, hub_id, told_at, id) where told_at is not null;
create index person_to_tell_booking on app.person_to_tell (tenant_id, booking_id);
create index person_to_tell_person on app.person_to_tell (tenant_id, person_id);
create index person_to_tell_closure on app.person_to_tell (tenant_id, closure_id) where closure_id is not null;
call app.fence('app.person_to_tell');
call app.place('app.person_to_tell', 'council');
call app.permit('app.person_to_tell', 'select, insert, update (cause, reason, now_slot_id, closure_id, needed, arisen_at,
    arisen_by_id, attempts, attempted_at, attempted_by_id, told_at, told_by_id, told_how)');
