--liquibase formatted sql

--changeset alongside:drill-1-figure-look
-- Holds who looked at the people behind a figure, and why. The reason is encrypted, because it may say something about a
-- person. The people are in the audit event of the look. A column that names a member is no foreign key: no query starts
-- from its side.
create table app.figure_look (
    tenant_id    uuid        not null,
    id           uuid        not null,
    figure       text        not null,
    grain        text        not null,
    starts       date        not null,
    hub_id       uuid        not null,
    kind         text,
    day          date,
    reason       bytea       not null,
    looked_at    timestamptz not null,
    looked_by_id uuid        not null,
    constraint figure_look_pkey primary key (tenant_id, id),
    constraint figure_look_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id)
);
create index figure_look_hub on app.figure_look (tenant_id, hub_id);
call app.fence('app.figure_look');
call app.place('app.figure_look', 'council');
call app.permit('app.figure_look', 'select, insert, update (reason)');
