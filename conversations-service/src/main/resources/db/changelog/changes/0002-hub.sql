--liquibase formatted sql

--changeset alongside:0002-hub
-- name_key and postcode are what a second import recognises a hub by.
create table app.hub (
    tenant_id       uuid   not null,
    id              uuid   not null,
    version         bigint not null,
    name            text   not null check (char_length(name) between 1 and 200),
    name_key        text   not null,
    address         text[] not null,
    postcode        text   not null,
    uprn            text,
    co_located_with text,
    website         text,
    opening_hours   text   not null,
    search_text     text   not null,
    primary key (tenant_id, id),
    unique (tenant_id, name_key, postcode)
);
call app.fence('app.hub');
call app.place('app.hub', 'council');
call app.permit('app.hub', 'select, insert, update');
