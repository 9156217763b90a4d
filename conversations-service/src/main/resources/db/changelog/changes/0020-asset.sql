--liquibase formatted sql

--changeset alongside:asset-1-asset
-- Holds the community assets of the council. It has nothing about residents, so nothing is encrypted. An import recognises
-- an asset by name_key. An asset that is not active was taken off the list, and staff do not find it.
create table app.asset (
    tenant_id  uuid    not null,
    id         uuid    not null,
    version    bigint  not null,
    name       text    not null,
    name_key   text    not null,
    offers     text,
    place      text,
    telephone  text,
    email      text,
    website    text,
    hub_id     uuid,
    checked_on date,
    active     boolean not null,
    constraint asset_pkey primary key (tenant_id, id),
    constraint asset_name_once unique (tenant_id, name_key),
    constraint asset_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint asset_name_length check (char_length(name) between 1 and 200)
);
create index asset_hub on app.asset (tenant_id, hub_id);
call app.fence('app.asset');
call app.place('app.asset', 'council');
call app.permit('app.asset', 'select, insert, update');

--changeset alongside:asset-2-term
-- Holds the folded terms by which a search finds an asset, as app.person_term does for people.
create table app.asset_term (
    tenant_id uuid             not null,
    term      text collate "C" not null,
    asset_id  uuid             not null,
    constraint asset_term_pkey primary key (tenant_id, term, asset_id),
    constraint asset_term_asset foreign key (tenant_id, asset_id) references app.asset (tenant_id, id)
);
create index asset_term_asset on app.asset_term (tenant_id, asset_id);
call app.fence('app.asset_term');
call app.place('app.asset_term', 'council');
call app.permit('app.asset_term', 'select, insert, delete');
