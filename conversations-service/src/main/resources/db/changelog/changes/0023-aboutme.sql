--liquibase formatted sql

--changeset alongside:aboutme-1-sentence
-- Holds the sentences of About me. words is encrypted: the sentence, the name and relation of a supporter who said it, and
-- why it was taken away. The columns that name members are no foreign keys: no query starts from their side.
create table app.about_me_sentence (
    tenant_id   uuid        not null,
    id          uuid        not null,
    person_id   uuid        not null,
    version     bigint      not null,
    heading     text        not null,
    words       bytea       not null,
    said_by     text        not null,
    said_on     date        not null,
    taken_away  boolean     not null,
    added_at    timestamptz not null,
    added_by_id uuid        not null,
    constraint about_me_sentence_pkey primary key (tenant_id, id),
    constraint about_me_sentence_person foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    constraint about_me_sentence_heading_known check
        (heading in ('MATTERS', 'PEOPLE', 'COMMUNICATE', 'PLEASE_DO', 'PLEASE_DO_NOT')),
    constraint about_me_sentence_said_by_known check (said_by in ('PERSON', 'SUPPORTER', 'STAFF'))
);
create index about_me_sentence_person on app.about_me_sentence (tenant_id, person_id, added_at, id);
call app.fence('app.about_me_sentence');
call app.place('app.about_me_sentence', 'council');
call app.permit('app.about_me_sentence', 'select, insert, update (version, heading, words, said_by, said_on, taken_away)');

--changeset alongside:aboutme-2-change
-- Holds what a sentence was before each change. before is encrypted. A row is only written again with a new key.
create table app.about_me_change (
    tenant_id     uuid        not null,
    id            uuid        not null,
    sentence_id   uuid        not null,
    before        bytea       not null,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint about_me_change_pkey primary key (tenant_id, id),
    constraint about_me_change_sentence foreign key (tenant_id, sentence_id)
        references app.about_me_sentence (tenant_id, id)
);
create index about_me_change_sentence on app.about_me_change (tenant_id, sentence_id, changed_at, id);
call app.fence('app.about_me_change');
call app.place('app.about_me_change', 'council');
call app.permit('app.about_me_change', 'select, insert, update (before)');

--changeset alongside:aboutme-3-look
-- Holds that a member and a person looked at About me in a conversation, once for each member. conversation_id is no foreign
-- key, because a record that was begun by mistake can be deleted.
create table app.about_me_look (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    person_id       uuid        not null,
    looked_by_id    uuid        not null,
    looked_at       timestamptz not null,
    constraint about_me_look_pkey primary key (tenant_id, conversation_id, person_id, looked_by_id),
    constraint about_me_look_person foreign key (tenant_id, person_id) references app.person (tenant_id, id)
);
create index about_me_look_person on app.about_me_look (tenant_id, person_id);
call app.fence('app.about_me_look');
call app.place('app.about_me_look', 'council');
call app.permit('app.about_me_look', 'select, insert');
