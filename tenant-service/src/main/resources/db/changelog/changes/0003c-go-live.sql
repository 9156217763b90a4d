--liquibase formatted sql

--changeset alongside:0003c-go-live
--comment What was said between a council's leads and the operator until it went live. Only added to.
create table app.go_live_step (
    tenant_id uuid not null,
    id uuid not null,
    number integer not null check (number > 0),
    kind text not null check (kind in ('asked', 'question', 'approved')),
    words text check (char_length(words) between 1 and 2000),
    member uuid,
    at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    check ((kind = 'asked') = (member is not null)),
    check (kind <> 'question' or words is not null),
    foreign key (tenant_id, member) references app.member (tenant_id, id)
);
create index go_live_step_member on app.go_live_step (tenant_id, member);
call app.fence('app.go_live_step');
call app.place('app.go_live_step', 'council');
call app.permit('app.go_live_step', 'select, insert');
