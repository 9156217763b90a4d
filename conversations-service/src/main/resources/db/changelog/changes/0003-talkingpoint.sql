--liquibase formatted sql

--changeset alongside:0003-session
-- Local day and times are what people agreed on; the instants are computed from them once, in Europe/London.
create table app.session (
    tenant_id    uuid        not null,
    id           uuid        not null,
    version      bigint      not null,
    hub_id       uuid        not null,
    day          date        not null,
    starts       time        not null,
    ends         time        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    slot_minutes integer     not null,
    room         text,
    primary key (tenant_id, id),
    foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    check (starts_at < ends_at)
);
create index session_hub on app.session (tenant_id, hub_id, day);
call app.fence('app.session');
call app.place('app.session', 'council');
call app.permit('app.session', 'select, insert');

--changeset alongside:0003-slot
-- A slot is one row, and its places are taken by one conditional update of it. The check is the last word.
create table app.slot (
    tenant_id  uuid        not null,
    id         uuid        not null,
    version    bigint      not null,
    session_id uuid        not null,
    hub_id     uuid        not null,
    day        date        not null,
    starts     time        not null,
    ends       time        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    places     integer     not null check (places between 1 and 50),
    taken      integer     not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, session_id) references app.session (tenant_id, id),
    foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    check (taken between 0 and places)
);
create index slot_session on app.slot (tenant_id, session_id);
create index slot_hub on app.slot (tenant_id, hub_id, starts_at);
call app.fence('app.slot');
call app.place('app.slot', 'council');
call app.permit('app.slot', 'select, insert, update (taken)');
