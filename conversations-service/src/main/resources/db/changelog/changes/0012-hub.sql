--liquibase formatted sql

--changeset alongside:0012-hub-room
-- A room that is no longer used is retired: sessions of the past still name it.
create table app.hub_room (
    tenant_id uuid    not null,
    id        uuid    not null,
    version   bigint  not null,
    hub_id    uuid    not null,
    name      text    not null check (char_length(name) between 1 and 100),
    name_key  text    not null,
    capacity  integer check (capacity between 1 and 1000),
    retired   boolean not null,
    primary key (tenant_id, id),
    unique (tenant_id, hub_id, name_key),
    foreign key (tenant_id, hub_id) references app.hub (tenant_id, id)
);
call app.fence('app.hub_room');
call app.place('app.hub_room', 'council');
call app.permit('app.hub_room', 'select, insert, update');

--changeset alongside:0012-hub-closure
-- Days on which a hub is closed out of turn.
create table app.hub_closure (
    tenant_id uuid   not null,
    id        uuid   not null,
    version   bigint not null,
    hub_id    uuid   not null,
    first_day date   not null,
    last_day  date   not null,
    reason    text   not null check (char_length(reason) between 1 and 200),
    primary key (tenant_id, id),
    foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    check (first_day <= last_day)
);
create index hub_closure_hub on app.hub_closure (tenant_id, hub_id, last_day);
call app.fence('app.hub_closure');
call app.place('app.hub_closure', 'council');
call app.permit('app.hub_closure', 'select, insert, update, delete');

--changeset alongside:0012-hub-life
-- What a spreadsheet does not say of a hub. co_located_with stays what the last import said.
alter table app.hub
    add column directions      text,
    add column drop_in         boolean not null default false,
    add column access_features text[]  not null default '{}',
    add column co_located      text[]  not null default '{}',
    add constraint hub_access check (access_features <@ array
        ['step-free', 'hearing-loop', 'parking', 'accessible-toilet', 'quiet-room', 'bus-stop']);
call app.unforced('{app.hub}', $sql$
    update app.hub set co_located = array [co_located_with] where co_located_with is not null
$sql$);
