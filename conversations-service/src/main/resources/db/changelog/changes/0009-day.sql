--liquibase formatted sql

--changeset alongside:day-1-revision
-- Counts how often a day at a hub has changed, in the transactions that change it. Open boards poll it.
create table app.day_revision (
    tenant_id uuid   not null,
    hub_id    uuid   not null,
    day       date   not null,
    revision  bigint not null,
    constraint day_revision_pkey primary key (tenant_id, hub_id, day),
    constraint day_revision_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id)
);
call app.fence('app.day_revision');
call app.place('app.day_revision', 'council');
call app.permit('app.day_revision', 'select, insert, update (revision)');
