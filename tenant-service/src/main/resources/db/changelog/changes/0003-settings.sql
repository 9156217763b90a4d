--liquibase formatted sql

--changeset alongside:settings-1-settings
--comment Holds what a council's leads decide about it: its words, contacts, languages and colours, and how it answers for the data. One row a council; id is the council's own. said lists the sections that a lead has answered.
create table app.council_settings (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    name text not null,
    welsh_name text,
    alias text not null,
    authority text,
    status text not null,
    demonstration boolean not null,
    nation text not null,
    languages text[] not null,
    talking_point text not null,
    talking_points text not null,
    hub text not null,
    hubs text not null,
    conversation text not null,
    conversations text not null,
    contact_phone text,
    contact_email text,
    contact_hours text,
    contact_address text[] not null,
    relay text,
    complaints text,
    registration text,
    data_protection_email text,
    privacy_notice text,
    colour text,
    band text not null,
    on_band text not null,
    line text not null,
    plate text not null,
    said text[] not null,
    constraint council_settings_pkey primary key (tenant_id, id),
    constraint council_settings_own_id check (id = tenant_id),
    constraint council_settings_version_positive check (version > 0),
    constraint council_settings_name_length check (char_length(name) between 1 and 200),
    constraint council_settings_welsh_name_length check (char_length(welsh_name) between 1 and 200),
    constraint council_settings_authority_pattern check (authority ~ '^[EWS][0-9]{8}$'),
    constraint council_settings_status_known check (status in ('setting-up', 'asked-to-go-live', 'live')),
    constraint council_settings_nation_known check (nation in ('england', 'wales', 'scotland')),
    constraint council_settings_languages_known check (languages in ('{en}', '{en,cy}')),
    constraint council_settings_talking_point_length check (char_length(talking_point) between 1 and 60),
    constraint council_settings_talking_points_length check (char_length(talking_points) between 1 and 60),
    constraint council_settings_hub_length check (char_length(hub) between 1 and 60),
    constraint council_settings_hubs_length check (char_length(hubs) between 1 and 60),
    constraint council_settings_conversation_length check (char_length(conversation) between 1 and 60),
    constraint council_settings_conversations_length check (char_length(conversations) between 1 and 60),
    constraint council_settings_contact_hours_length check (char_length(contact_hours) between 1 and 200),
    constraint council_settings_contact_address_lines check (cardinality(contact_address) <= 6),
    constraint council_settings_relay_length check (char_length(relay) between 1 and 200),
    constraint council_settings_complaints_length check (char_length(complaints) between 1 and 500),
    constraint council_settings_registration_pattern check (registration ~ '^Z([0-9]{6}[0-9X]|[A-Z][0-9]{6})$'),
    constraint council_settings_data_protection_email_length check (char_length(data_protection_email) <= 254),
    constraint council_settings_privacy_notice_https check
        (privacy_notice ~ '^https://' and char_length(privacy_notice) <= 500),
    constraint council_settings_colour_pattern check (colour ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_band_pattern check (band ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_on_band_pattern check (on_band ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_line_pattern check (line ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_plate_pattern check (plate ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_said_known check (said <@ array['name', 'contact', 'languages', 'labels'])
);
call app.fence('app.council_settings');
call app.place('app.council_settings', 'council');
call app.permit('app.council_settings', 'select, insert, update (version, name, welsh_name, status, nation, languages,
    talking_point, talking_points, hub, hubs, conversation, conversations, contact_phone, contact_email, contact_hours,
    contact_address, relay, complaints, registration, data_protection_email, privacy_notice, colour, band, on_band,
    line, plate, said)');

--changeset alongside:settings-2-logo
--comment Holds a council's logo as the service redrew it, never the file that was uploaded. png is null after the council removed its logo.
create table app.council_logo (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    png bytea,
    pale boolean not null,
    constraint council_logo_pkey primary key (tenant_id, id),
    constraint council_logo_own_id check (id = tenant_id),
    constraint council_logo_version_positive check (version > 0),
    constraint council_logo_png_size check (octet_length(png) <= 204800)
);
call app.fence('app.council_logo');
call app.place('app.council_logo', 'council');
call app.permit('app.council_logo', 'select, insert, update (version, png, pale)');
