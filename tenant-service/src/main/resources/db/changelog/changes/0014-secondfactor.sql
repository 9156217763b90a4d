--liquibase formatted sql

--changeset alongside:secondfactor-1-rule
--comment Holds whom a council asks for a second factor: leads and practitioners, or every member. One row a council; id is the council's own. A council without a row has decided nothing, and asks leads and practitioners. version is 0 until a lead decides. swept_at is when the members from before this rule were queued to be asked.
create table app.second_factor_rule (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    everybody boolean not null,
    swept_at timestamptz,
    constraint second_factor_rule_pkey primary key (tenant_id, id),
    constraint second_factor_rule_own_id check (id = tenant_id),
    constraint second_factor_rule_version_counts check (version >= 0)
);
call app.fence('app.second_factor_rule');
call app.place('app.second_factor_rule', 'council');
call app.permit('app.second_factor_rule', 'select, insert, update (version, everybody, swept_at)');
