--liquibase formatted sql

--changeset alongside:insight-2-figure-version
-- Holds what each figure of a finished quarter was when it was counted, each time that it changed: records are corrected
-- and deleted later, and a council must be able to explain a number that it has used. It holds counts and no person.
create table app.figure_version (
    tenant_id  uuid    not null,
    figure     text    not null,
    starts     date    not null,
    version    integer not null,
    counted_on date    not null,
    base       bigint  not null,
    value      numeric,
    constraint figure_version_pkey primary key (tenant_id, figure, starts, version),
    constraint figure_version_starts_quarter check (starts = cast(date_trunc('quarter', cast(starts as timestamp)) as date)),
    constraint figure_version_counts check (version > 0 and base >= 0)
);
call app.fence('app.figure_version');
call app.place('app.figure_version', 'council');
call app.permit('app.figure_version', 'select, insert');

--changeset alongside:insight-3-figure-version-task
-- Plans the nightly count for the councils that are there already. Those that come later plan it with their settings.
call app.unforced('{ops.scheduled_tasks}', $sql$
    insert into ops.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
    select 'figure-versions', t.task_instance, t.execution_time + interval '1 hour', false, 1
    from ops.scheduled_tasks t
    where t.task_name = 'capacity-check'
$sql$);
