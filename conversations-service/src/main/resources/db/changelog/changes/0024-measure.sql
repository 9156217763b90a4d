--liquibase formatted sql

--changeset alongside:measure-1-measure
-- Holds the answers of people to instruments that measure outcomes. content is encrypted: the answers, and the goals that a
-- person sets. instrument is a code of the built-in list. conversation_id is no foreign key, because a record that was begun
-- by mistake can be deleted, and the answers stay. The column that names a member is no foreign key: no query starts from
-- its side.
create table app.measure (
    tenant_id          uuid        not null,
    id                 uuid        not null,
    person_id          uuid        not null,
    conversation_id    uuid,
    instrument         text        not null,
    instrument_version integer     not null,
    day                date        not null,
    content            bytea       not null,
    recorded_at        timestamptz not null,
    recorded_by_id     uuid        not null,
    version            bigint      not null,
    constraint measure_pkey primary key (tenant_id, id),
    constraint measure_once_a_day unique (tenant_id, person_id, instrument, day),
    constraint measure_person foreign key (tenant_id, person_id) references app.person (tenant_id, id)
);
create index measure_instrument on app.measure (tenant_id, instrument, person_id, day);
call app.fence('app.measure');
call app.place('app.measure', 'council');
call app.permit('app.measure', 'select, insert, update (version, day, content)');

--changeset alongside:measure-2-correction
-- Holds what answers were before each correction, and why they were corrected. before is encrypted.
create table app.measure_correction (
    tenant_id       uuid        not null,
    id              uuid        not null,
    measure_id      uuid        not null,
    before          bytea       not null,
    corrected_at    timestamptz not null,
    corrected_by_id uuid        not null,
    constraint measure_correction_pkey primary key (tenant_id, id),
    constraint measure_correction_measure foreign key (tenant_id, measure_id) references app.measure (tenant_id, id)
);
create index measure_correction_measure on app.measure_correction (tenant_id, measure_id, corrected_at, id);
call app.fence('app.measure_correction');
call app.place('app.measure_correction', 'council');
call app.permit('app.measure_correction', 'select, insert, update (before)');
