--liquibase formatted sql

-- Holds the introductions between councils. Each side has a row of its own behind the fence, and no row holds the id of
-- another council. A request has the id of its question, by which the morning's round finds the other side; no role of a
-- council reads that row. The other council's name is written only after both have said yes (docs/adr/0067).

--changeset alongside:introduction-1-offer
--comment Holds the rates about which a council is willing to talk. One row a council; id is the council's own. version is 0 until a lead decides.
create table app.introduction_offer (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    rates text[] not null,
    constraint introduction_offer_pkey primary key (tenant_id, id),
    constraint introduction_offer_own_id check (id = tenant_id),
    constraint introduction_offer_version_counts check (version >= 0)
);
call app.fence('app.introduction_offer');
call app.place('app.introduction_offer', 'council');
call app.permit('app.introduction_offer', 'select, insert, update (version, rates)');

--changeset alongside:introduction-2-question
--comment Holds what a council's leads asked: to talk with a council in the better quarter of a rate. The other council, its lead and the lead's address are there only after both have said yes.
create table app.introduction_question (
    tenant_id uuid not null,
    id uuid not null,
    rate text not null,
    status text not null,
    asked_at timestamptz not null,
    asked_by_id uuid not null,
    ended_at timestamptz,
    other_council text,
    other_lead text,
    other_email text,
    version bigint not null,
    constraint introduction_question_pkey primary key (tenant_id, id),
    constraint introduction_question_asked_by foreign key (tenant_id, asked_by_id) references app.member (tenant_id, id),
    constraint introduction_question_status_known check (status in ('open', 'introduced', 'ended', 'withdrawn')),
    constraint introduction_question_ended check ((status = 'open') = (ended_at is null)),
    constraint introduction_question_named check (num_nonnulls(other_council, other_lead, other_email) = case status when 'introduced' then 3 else 0 end),
    constraint introduction_question_version_positive check (version > 0)
);
create unique index introduction_question_open_once on app.introduction_question (tenant_id, rate) where status = 'open';
create index introduction_question_asked_by on app.introduction_question (tenant_id, asked_by_id);
call app.fence('app.introduction_question');
call app.place('app.introduction_question', 'council');
call app.permit('app.introduction_question', 'select, insert, delete, update (status, ended_at, other_council, other_lead, other_email, version)');

--changeset alongside:introduction-3-request
--comment Holds that a council was asked to talk about a rate, without which council asks, and what its leads answered. The other council, its lead and the lead's address are there only after both have said yes.
create table app.introduction_request (
    tenant_id uuid not null,
    id uuid not null,
    question_id uuid not null,
    rate text not null,
    status text not null,
    asked_at timestamptz not null,
    answered_by_id uuid,
    ended_at timestamptz,
    other_council text,
    other_lead text,
    other_email text,
    version bigint not null,
    constraint introduction_request_pkey primary key (tenant_id, id),
    constraint introduction_request_asked_once unique (tenant_id, question_id),
    constraint introduction_request_answered_by foreign key (tenant_id, answered_by_id) references app.member (tenant_id, id),
    constraint introduction_request_status_known check (status in ('asked', 'accepted', 'declined', 'introduced', 'ended')),
    constraint introduction_request_ended check ((status in ('asked', 'accepted')) = (ended_at is null)),
    constraint introduction_request_named check (num_nonnulls(other_council, other_lead, other_email) = case status when 'introduced' then 3 else 0 end),
    constraint introduction_request_version_positive check (version > 0)
);
create index introduction_request_answered_by on app.introduction_request (tenant_id, answered_by_id);
call app.fence('app.introduction_request');
call app.place('app.introduction_request', 'council');
call app.permit('app.introduction_request', 'select, insert, delete, update (status, answered_by_id, ended_at, other_council, other_lead, other_email, version)');
