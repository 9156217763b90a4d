--liquibase formatted sql

--changeset alongside:signinprovider-1-connection
--comment Holds how a council's own sign-in is connected: the issuer, our client there, the claim with a person's groups and the role of each group. The client's secret is in Keycloak only. domains are the e-mail domains that the operator has confirmed. One row a council; id is the council's own. issuer is null until a lead has connected a sign-in.
create table app.sign_in_provider (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    domains text[] not null,
    issuer text,
    client_id text,
    groups_claim text,
    roles jsonb not null,
    enabled boolean not null,
    constraint sign_in_provider_pkey primary key (tenant_id, id),
    constraint sign_in_provider_own_id check (id = tenant_id),
    constraint sign_in_provider_version_positive check (version > 0),
    constraint sign_in_provider_roles_array check (jsonb_typeof(roles) = 'array'),
    constraint sign_in_provider_whole check (num_nonnulls(issuer, client_id, groups_claim) in (0, 3)),
    constraint sign_in_provider_enabled_when_connected check (issuer is not null or not enabled)
);
call app.fence('app.sign_in_provider');
call app.place('app.sign_in_provider', 'council');
call app.permit('app.sign_in_provider', 'select, insert, update (version, domains, issuer, client_id, groups_claim, roles, enabled)');

--changeset alongside:signinprovider-2-sign-ins
--comment Holds the latest sign-in of each person through their council's own sign-in. groups is how many groups the sign-in named. without_role is true after a sign-in whose groups give no role; it is refused, and the member row is suspended until a later sign-in gives one. suspended_version is the version of the member row that the missing groups suspended, or 0: a lead who edits the row makes a later one, and then groups do not end the suspension. delivered is true when conversations-service has the member row of this sign-in.
create table app.provider_sign_in (
    tenant_id uuid not null,
    subject text not null,
    signed_in_at timestamptz not null,
    groups integer not null,
    without_role boolean not null,
    suspended_version bigint not null,
    delivered boolean not null,
    constraint provider_sign_in_pkey primary key (tenant_id, subject)
);
call app.fence('app.provider_sign_in');
call app.place('app.provider_sign_in', 'council');
call app.permit('app.provider_sign_in', 'select, insert, update (signed_in_at, groups, without_role, suspended_version, delivered)');
