--liquibase formatted sql

--changeset alongside:onboarding-1-go-live-step
--comment Records what a council's leads and the operator wrote to each other until the council went live. Rows are only added.
create table app.go_live_step (
    tenant_id uuid not null,
    id uuid not null,
    number integer not null,
    kind text not null,
    words text,
    member_id uuid,
    at timestamptz not null,
    constraint go_live_step_pkey primary key (tenant_id, id),
    constraint go_live_step_number_once unique (tenant_id, number),
    constraint go_live_step_member foreign key (tenant_id, member_id) references app.member (tenant_id, id),
    constraint go_live_step_number_positive check (number > 0),
    constraint go_live_step_kind_known check (kind in ('asked', 'question', 'approved')),
    constraint go_live_step_words_length check (char_length(words) between 1 and 2000),
    constraint go_live_step_asked_by_member check ((kind = 'asked') = (member_id is not null)),
    constraint go_live_step_question_in_words check (kind <> 'question' or words is not null)
);
create index go_live_step_member on app.go_live_step (tenant_id, member_id);
call app.fence('app.go_live_step');
call app.place('app.go_live_step', 'council');
call app.permit('app.go_live_step', 'select, insert');
