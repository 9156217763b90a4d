--liquibase formatted sql

--changeset alongside:0003-council-status
--comment A council is set up, asks to go live, and is live. Those that were there before have been at work: they are live.
alter table shared.council
    add column status text not null default 'live'
        check (status in ('setting-up', 'asked-to-go-live', 'live')),
    add column demonstration boolean not null default false;
call app.permit('shared.council', 'update (name, status)');
alter table app.council_settings
    add column status text not null default 'live'
        check (status in ('setting-up', 'asked-to-go-live', 'live'));
call app.unforced('{app.council_settings}', $$
    update shared.council c set demonstration = true
    where exists (select from app.council_settings s where s.tenant_id = c.id and s.demonstration)$$);

--changeset alongside:0003-council-details
--comment What a lead says of the council: its words, contacts, languages and colour. Plain columns, so that a missing one is seen.
alter table app.council_settings
    add column welsh_name text check (char_length(welsh_name) between 1 and 200),
    add column nation text not null default 'england' check (nation in ('england', 'wales', 'scotland')),
    add column languages text[] not null default '{en}' check (languages in ('{en}', '{en,cy}')),
    add column talking_points text not null default 'Talking points' check (char_length(talking_points) between 1 and 60),
    add column hub text not null default 'Hub' check (char_length(hub) between 1 and 60),
    add column hubs text not null default 'Hubs' check (char_length(hubs) between 1 and 60),
    add column conversation text not null default 'Conversation' check (char_length(conversation) between 1 and 60),
    add column conversations text not null default 'Conversations' check (char_length(conversations) between 1 and 60),
    add column contact_hours text check (char_length(contact_hours) between 1 and 200),
    add column contact_address text[] not null default '{}' check (cardinality(contact_address) <= 6),
    add column relay text check (char_length(relay) between 1 and 200),
    add column complaints text check (char_length(complaints) between 1 and 500),
    add column colour text check (colour ~ '^#[0-9A-F]{6}$'),
    add column band text not null default '#0F5257' check (band ~ '^#[0-9A-F]{6}$'),
    add column on_band text not null default '#FFFFFF' check (on_band ~ '^#[0-9A-F]{6}$'),
    add column line text not null default '#0F5257' check (line ~ '^#[0-9A-F]{6}$'),
    add column plate text not null default '#FFFFFF' check (plate ~ '^#[0-9A-F]{6}$'),
    add column said text[] not null default '{}' check (said <@ array['name', 'contact', 'languages', 'labels']);
call app.permit(
    'app.council_settings',
    'update (status, welsh_name, nation, languages, talking_points, hub, hubs, conversation, conversations, '
        || 'contact_hours, contact_address, relay, complaints, colour, band, on_band, line, plate, said)');
