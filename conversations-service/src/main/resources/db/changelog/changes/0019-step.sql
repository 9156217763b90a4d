--liquibase formatted sql

--changeset alongside:step-1-step
-- Holds the next steps of conversations. words is encrypted: what is done, the name of the one who does it, and why it was
-- not done. The columns that name members are no foreign keys: no query starts from their side.
create table app.step (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    version         bigint      not null,
    words           bytea       not null,
    owner           text,
    member_id       uuid,
    due             date,
    status          text        not null,
    added_at        timestamptz not null,
    added_by_id     uuid        not null,
    constraint step_pkey primary key (tenant_id, id),
    constraint step_conversation foreign key (tenant_id, conversation_id) references app.conversation (tenant_id, id),
    constraint step_owner_known check (owner in ('PERSON', 'FAMILY', 'COMMUNITY', 'COUNCIL', 'OTHER_ORGANISATION')),
    constraint step_status_known check (status in ('OPEN', 'DONE', 'NOT_DONE')),
    constraint step_member check (member_id is null or owner = 'COUNCIL')
);
create index step_conversation on app.step (tenant_id, conversation_id, added_at, id);
create index step_open on app.step (tenant_id, coalesce(due, 'infinity'), id) where status = 'OPEN';
call app.fence('app.step');
call app.place('app.step', 'council');
call app.permit('app.step', 'select, insert, delete, update (version, words, owner, member_id, due, status)');

--changeset alongside:step-2-change
-- Holds what a step was before each change of its status, and before each change after its record was finished. before is
-- encrypted.
create table app.step_change (
    tenant_id     uuid        not null,
    id            uuid        not null,
    step_id       uuid        not null,
    before        bytea       not null,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint step_change_pkey primary key (tenant_id, id),
    constraint step_change_step foreign key (tenant_id, step_id) references app.step (tenant_id, id)
);
create index step_change_step on app.step_change (tenant_id, step_id, changed_at, id);
call app.fence('app.step_change');
call app.place('app.step_change', 'council');
call app.permit('app.step_change', 'select, insert, delete, update (before)');
