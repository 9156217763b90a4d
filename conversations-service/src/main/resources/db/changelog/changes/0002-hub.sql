--liquibase formatted sql

--changeset alongside:hub-1-hub
-- Holds the places where sessions happen. An import recognises a hub by name_key and postcode. co_located_with is what
-- the last import said; co_located is what staff see and change.
create table app.hub (
    tenant_id       uuid    not null,
    id              uuid    not null,
    version         bigint  not null,
    name            text    not null,
    name_key        text    not null,
    address         text[]  not null,
    postcode        text    not null,
    uprn            text,
    co_located_with text,
    co_located      text[]  not null default '{}',
    website         text,
    directions      text,
    drop_in         boolean not null default false,
    access_features text[]  not null default '{}',
    opening_hours   text    not null,
    search_text     text    not null,
    constraint hub_pkey primary key (tenant_id, id),
    constraint hub_name_once unique (tenant_id, name_key, postcode),
    constraint hub_name_length check (char_length(name) between 1 and 200),
    constraint hub_access_features_known check (access_features <@ array
        ['step-free', 'hearing-loop', 'parking', 'accessible-toilet', 'quiet-room', 'bus-stop'])
);
call app.fence('app.hub');
call app.place('app.hub', 'council');
call app.permit('app.hub', 'select, insert, update, delete');

--changeset alongside:hub-2-room
-- Holds the rooms of hubs. A room that is no longer used is retired, because past sessions refer to it.
create table app.hub_room (
    tenant_id uuid    not null,
    id        uuid    not null,
    version   bigint  not null,
    hub_id    uuid    not null,
    name      text    not null,
    name_key  text    not null,
    capacity  integer,
    retired   boolean not null,
    constraint hub_room_pkey primary key (tenant_id, id),
    constraint hub_room_name_once unique (tenant_id, hub_id, name_key),
    constraint hub_room_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint hub_room_name_length check (char_length(name) between 1 and 100),
    constraint hub_room_capacity_range check (capacity between 1 and 1000)
);
call app.fence('app.hub_room');
call app.place('app.hub_room', 'council');
call app.permit('app.hub_room', 'select, insert, update');

--changeset alongside:hub-3-closure
-- Holds the days on which a hub is closed although its opening hours say otherwise.
create table app.hub_closure (
    tenant_id uuid   not null,
    id        uuid   not null,
    version   bigint not null,
    hub_id    uuid   not null,
    first_day date   not null,
    last_day  date   not null,
    reason    text   not null,
    constraint hub_closure_pkey primary key (tenant_id, id),
    constraint hub_closure_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint hub_closure_days_in_order check (first_day <= last_day),
    constraint hub_closure_reason_length check (char_length(reason) between 1 and 200)
);
create index hub_closure_hub_last_day on app.hub_closure (tenant_id, hub_id, last_day);
call app.fence('app.hub_closure');
call app.place('app.hub_closure', 'council');
call app.permit('app.hub_closure', 'select, insert, update, delete');

--changeset alongside:hub-4-names-view
-- Publishes the name of each hub, for the lists of other features.
create view app.v_hub_names with (security_invoker = true) as
select tenant_id, id, name from app.hub;
call app.permit('app.v_hub_names', 'select');

--changeset alongside:hub-5-public-views
-- Publishes what the public may read of a hub, and the days on which it is closed, without the reason.
create view app.v_hub_place with (security_invoker = true) as
    select h.tenant_id, h.id, h.name, h.address, h.postcode, h.website, h.directions, h.drop_in, h.access_features,
           h.co_located, h.opening_hours
    from app.hub h;
create view app.v_hub_closed_days with (security_invoker = true) as
    select c.tenant_id, c.hub_id, c.first_day, c.last_day from app.hub_closure c;
