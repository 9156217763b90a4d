--liquibase formatted sql

--changeset alongside:day-1-change
-- Counts how often a day at a hub has changed, in the transactions that change it. Open boards poll it.
create table app.day_change (
    tenant_id uuid   not null,
    hub_id    uuid   not null,
    day       date   not null,
    number    bigint not null,
    constraint day_change_pkey primary key (tenant_id, hub_id, day),
    constraint day_change_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id)
);
call app.fence('app.day_change');
call app.place('app.day_change', 'council');
call app.permit('app.day_change', 'select, insert, update (number)');
