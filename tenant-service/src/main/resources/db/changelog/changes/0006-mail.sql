--liquibase formatted sql

--changeset alongside:mail-1-mail
--comment Keeps mail instead of sending it, where the product is tried out. Empty where there is a mail server. The service writes one_time_password and cannot read it; it deletes the value when the password is used, replaced or expired.
create table app.mail (
    tenant_id uuid not null,
    id uuid not null,
    recipient text not null,
    subject text not null,
    body text not null,
    one_time_password text,
    sent_at timestamptz not null,
    constraint mail_pkey primary key (tenant_id, id)
);
create index mail_sent_at on app.mail (tenant_id, sent_at);
call app.fence('app.mail');
call app.place('app.mail', 'council');
call app.permit('app.mail', 'select (tenant_id, id, recipient, subject, body, sent_at), insert, update (one_time_password)');
