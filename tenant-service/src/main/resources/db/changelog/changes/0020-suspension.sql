--liquibase formatted sql

--changeset alongside:suspension-1-step
--comment Records when the council was suspended and resumed, why and by which operator, for the operator, who does not read the council's audit. Rows are only added.
create table app.suspension_step (
    tenant_id uuid not null,
    id uuid not null,
    number integer not null,
    kind text not null,
    reason text,
    operator text not null,
    at timestamptz not null,
    constraint suspension_step_pkey primary key (tenant_id, id),
    constraint suspension_step_number_once unique (tenant_id, number),
    constraint suspension_step_number_positive check (number > 0),
    constraint suspension_step_kind_known check (kind in ('suspended', 'resumed')),
    constraint suspension_step_reason_known check (reason in ('contract-ended', 'incident', 'asked-by-council')),
    constraint suspension_step_reason_of_a_suspension check ((kind = 'suspended') = (reason is not null)),
    constraint suspension_step_operator_length check (char_length(operator) between 1 and 255)
);
call app.fence('app.suspension_step');
call app.place('app.suspension_step', 'council');
call app.permit('app.suspension_step', 'select, insert');
