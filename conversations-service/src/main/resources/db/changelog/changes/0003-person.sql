--liquibase formatted sql

--changeset alongside:person-1-person
-- Holds residents, with as little about them as will do. The street has no house number: it only distinguishes people of
-- the same name.
create table app.person (
    tenant_id     uuid        not null,
    id            uuid        not null,
    version       bigint      not null,
    reference     text        not null,
    first_name    text        not null,
    last_name     text,
    phone         text,
    phone_digits  text,
    email         text,
    no_contact    boolean     not null,
    date_of_birth date,
    street        text,
    needs         text[]      not null,
    needs_note    text,
    created_at    timestamptz not null,
    constraint person_pkey primary key (tenant_id, id),
    constraint person_reference_once unique (tenant_id, reference),
    constraint person_reference_pattern check (reference ~ '^[2-9A-HJKMNP-TV-Z]{8}$'),
    constraint person_first_name_length check (char_length(first_name) between 1 and 100),
    constraint person_last_name_length check (char_length(last_name) between 1 and 100),
    constraint person_street_length check (char_length(street) between 1 and 100),
    constraint person_contact_or_none check (phone is not null or email is not null or no_contact)
);
call app.fence('app.person');
call app.place('app.person', 'council');
call app.permit('app.person', 'select, insert, update');

--changeset alongside:person-2-term
-- Holds the folded terms that a search finds a person by: parts of the name, the same with a letter missing, ends of
-- the phone number, the reference. Ranges and equality on text are leakproof, so they use the index behind the fence,
-- which LIKE and trigram operators may not. Collation "C" makes a prefix a range whatever the collation of the
-- database.
create table app.person_term (
    tenant_id uuid             not null,
    term      text collate "C" not null,
    person_id uuid             not null,
    constraint person_term_pkey primary key (tenant_id, term, person_id),
    constraint person_term_person foreign key (tenant_id, person_id) references app.person (tenant_id, id)
);
create index person_term_person on app.person_term (tenant_id, person_id);
call app.fence('app.person_term');
call app.place('app.person_term', 'council');
call app.permit('app.person_term', 'select, insert, delete');
