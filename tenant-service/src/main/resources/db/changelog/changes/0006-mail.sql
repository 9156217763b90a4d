--liquibase formatted sql

--changeset alongside:mail-1-mail
--comment Keeps mail instead of sending it, where the product is tried out. Empty where there is a mail server.
create table app.mail (
    tenant_id uuid not null,
    id uuid not null,
    recipient text not null,
    subject text not null,
    body text not null,
    sent_at timestamptz not null,
    constraint mail_pkey primary key (tenant_id, id)
);
create index mail_sent_at on app.mail (tenant_id, sent_at);
call app.fence('app.mail');
call app.place('app.mail', 'council');
call app.permit('app.mail', 'select, insert');
