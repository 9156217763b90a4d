--liquibase formatted sql

--changeset alongside:settings-1-settings
--comment Holds what a council's leads decide about it: its words, contacts, languages and colours, and how it answers for the data. One row a council; id is the council's own. completed_sections lists the sections that a lead has answered.
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
    relay_number text,
    complaints text,
    registration text,
    data_protection_email text,
    privacy_notice text,
    colour text,
    header_colour text not null,
    header_text_colour text not null,
    border_colour text not null,
    logo_background text not null,
    completed_sections text[] not null,
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
    constraint council_settings_relay_number_length check (char_length(relay_number) between 1 and 200),
    constraint council_settings_complaints_length check (char_length(complaints) between 1 and 500),
    constraint council_settings_registration_pattern check (registration ~ '^Z([0-9]{6}[0-9X]|[A-Z][0-9]{6})$'),
    constraint council_settings_data_protection_email_length check (char_length(data_protection_email) <= 254),
    constraint council_settings_privacy_notice_https check
        (privacy_notice ~ '^https://' and char_length(privacy_notice) <= 500),
    constraint council_settings_colour_pattern check (colour ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_header_colour_pattern check (header_colour ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_header_text_colour_pattern check (header_text_colour ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_border_colour_pattern check (border_colour ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_logo_background_pattern check (logo_background ~ '^#[0-9A-F]{6}$'),
    constraint council_settings_completed_sections_known check
        (completed_sections <@ array['name', 'contact', 'languages', 'labels'])
);
call app.fence('app.council_settings');
call app.place('app.council_settings', 'council');
call app.permit('app.council_settings', 'select, insert, update (version, name, welsh_name, status, nation, languages,
    talking_point, talking_points, hub, hubs, conversation, conversations, contact_phone, contact_email, contact_hours,
    contact_address, relay_number, complaints, registration, data_protection_email, privacy_notice, colour,
    header_colour, header_text_colour, border_colour, logo_background, completed_sections)');

--changeset alongside:settings-2-assessment
--comment Holds the council's data protection impact assessment as it was uploaded: a PDF, which the service only hands back to the council's leads.
create table app.council_assessment (
    tenant_id uuid not null,
    id uuid not null,
    pdf bytea not null,
    at timestamptz not null,
    constraint council_assessment_pkey primary key (tenant_id, id),
    constraint council_assessment_own_id check (id = tenant_id),
    constraint council_assessment_pdf_size check (octet_length(pdf) between 1 and 5242880)
);
call app.fence('app.council_assessment');
call app.place('app.council_assessment', 'council');
call app.permit('app.council_assessment', 'select, insert, update (pdf, at)');
