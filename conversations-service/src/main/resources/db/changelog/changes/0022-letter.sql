--liquibase formatted sql

--changeset alongside:letter-1-letter
-- Holds the letter to one person of a record. names are the other people whose names stay in the letter. The columns
-- that name members are no foreign keys: no query starts from their side.
create table app.letter (
    tenant_id        uuid        not null,
    id               uuid        not null,
    conversation_id  uuid        not null,
    person_id        uuid        not null,
    version          bigint      not null,
    names            uuid[]      not null,
    withdrawn_at     timestamptz,
    withdrawn_by_id  uuid,
    withdrawn_reason bytea,
    constraint letter_pkey primary key (tenant_id, id),
    constraint letter_once unique (tenant_id, conversation_id, person_id),
    constraint letter_conversation foreign key (tenant_id, conversation_id) references app.conversation (tenant_id, id),
    constraint letter_person foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    constraint letter_withdrawn_whole check
        ((withdrawn_at is null) = (withdrawn_by_id is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index letter_person on app.letter (tenant_id, person_id);
call app.fence('app.letter');
call app.place('app.letter', 'council');
call app.permit('app.letter',
    'select, insert, update (version, names, withdrawn_at, withdrawn_by_id, withdrawn_reason)');

--changeset alongside:letter-2-part
-- Holds every version of each part of a letter that a member has edited: a row for each time it was saved. Rows are
-- only added. A part without a row has the text of the record.
create table app.letter_part (
    tenant_id     uuid        not null,
    id            uuid        not null,
    letter_id     uuid        not null,
    part_id       text        not null,
    version       bigint      not null,
    text          bytea       not null,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint letter_part_pkey primary key (tenant_id, id),
    constraint letter_part_once unique (tenant_id, letter_id, part_id, version),
    constraint letter_part_letter foreign key (tenant_id, letter_id) references app.letter (tenant_id, id),
    constraint letter_part_version_positive check (version > 0)
);
call app.fence('app.letter_part');
call app.place('app.letter_part', 'council');
call app.permit('app.letter_part', 'select, insert');

--changeset alongside:letter-3-copy
-- Holds the copies of a letter that were given to the person. Rows are only added, so a copy stays noted after the letter
-- was withdrawn.
create table app.letter_copy (
    tenant_id   uuid        not null,
    id          uuid        not null,
    letter_id   uuid        not null,
    how         text        not null,
    given_at    timestamptz not null,
    given_by_id uuid        not null,
    constraint letter_copy_pkey primary key (tenant_id, id),
    constraint letter_copy_letter foreign key (tenant_id, letter_id) references app.letter (tenant_id, id),
    constraint letter_copy_how_known check (how in ('PRINTED', 'BY_HAND', 'POST'))
);
create index letter_copy_letter on app.letter_copy (tenant_id, letter_id, given_at);
call app.fence('app.letter_copy');
call app.place('app.letter_copy', 'council');
call app.permit('app.letter_copy', 'select, insert');
