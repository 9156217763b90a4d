--liquibase formatted sql

--changeset alongside:headcount-1-headcount
-- Holds the number of people who came to a session without giving a name. changed_by_id is no foreign key: no query starts
-- from its side.
create table app.headcount (
    tenant_id     uuid        not null,
    session_id    uuid        not null,
    version       bigint      not null,
    people        integer     not null,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint headcount_pkey primary key (tenant_id, session_id),
    constraint headcount_session foreign key (tenant_id, session_id) references app.session (tenant_id, id),
    constraint headcount_version_positive check (version > 0),
    constraint headcount_people_range check (people between 0 and 999)
);
call app.fence('app.headcount');
call app.place('app.headcount', 'council');
call app.permit('app.headcount', 'select, insert, update (version, people, changed_at, changed_by_id)');

--changeset alongside:headcount-2-change
-- Holds each number that was recorded for a session. Its version is the version of the head count that it made.
create table app.headcount_change (
    tenant_id     uuid        not null,
    id            uuid        not null,
    session_id    uuid        not null,
    version       bigint      not null,
    people        integer     not null,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint headcount_change_pkey primary key (tenant_id, id),
    constraint headcount_change_headcount foreign key (tenant_id, session_id)
        references app.headcount (tenant_id, session_id)
);
create unique index headcount_change_version on app.headcount_change (tenant_id, session_id, version);
call app.fence('app.headcount_change');
call app.place('app.headcount_change', 'council');
call app.permit('app.headcount_change', 'select, insert');
