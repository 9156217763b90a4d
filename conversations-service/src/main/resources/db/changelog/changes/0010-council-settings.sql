--liquibase formatted sql

--changeset alongside:0010-council-settings
-- What else a council says of itself. The defaults are what a council has that said nothing: those that were there
-- before set-up mode have been at work, so they are live.
alter table app.council
    add column status         text   not null default 'live' check (status in ('setting-up', 'live')),
    add column welsh_name     text,
    add column nation         text   not null default 'england' check (nation in ('england', 'wales', 'scotland')),
    add column languages      text[] not null default '{en}' check (languages in ('{en}', '{en,cy}')),
    add column talking_points text   not null default 'Talking points',
    add column hub            text   not null default 'Hub',
    add column hubs           text   not null default 'Hubs',
    add column conversation   text   not null default 'Conversation',
    add column conversations  text   not null default 'Conversations',
    add column contact_hours  text,
    add column contact_address text[] not null default '{}',
    add column relay          text,
    add column complaints     text,
    add column band           text   not null default '#0F5257' check (band ~ '^#[0-9A-F]{6}$'),
    add column on_band        text   not null default '#FFFFFF' check (on_band ~ '^#[0-9A-F]{6}$'),
    add column line           text   not null default '#0F5257' check (line ~ '^#[0-9A-F]{6}$'),
    add column plate          text   not null default '#FFFFFF' check (plate ~ '^#[0-9A-F]{6}$');
