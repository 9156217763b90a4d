--liquibase formatted sql

--changeset alongside:communication-1-communication
-- Holds how a person gets letters, and when a member asks again about the communication needs. The needs are on the person.
-- changed_by_id is no foreign key: no query starts from the side of the member.
create table app.communication (
    tenant_id     uuid        not null,
    person_id     uuid        not null,
    version       bigint      not null,
    letter_format text,
    review_on     date,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint communication_pkey primary key (tenant_id, person_id),
    constraint communication_person foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    constraint communication_format_known check
        (letter_format in ('STANDARD', 'LARGE_PRINT', 'EASY_READ', 'AUDIO', 'BRAILLE', 'BSL_VIDEO', 'EMAIL'))
);
create index communication_review on app.communication (tenant_id, review_on, person_id) where review_on is not null;
call app.fence('app.communication');
call app.place('app.communication', 'council');
call app.permit('app.communication',
    'select, insert, update (version, letter_format, review_on, changed_at, changed_by_id)');
