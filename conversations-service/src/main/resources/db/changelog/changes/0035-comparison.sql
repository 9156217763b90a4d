--liquibase formatted sql

--changeset alongside:comparison-1-benchmark-release
-- Holds the benchmark releases as tenant-service sent them: the exact file, which is the same for every council, and the
-- family in which this council is. It holds noised figures of at least five councils and no person. A file never changes.
create table app.benchmark_release (
    tenant_id uuid not null,
    period    date not null,
    file      text not null,
    key       text not null,
    signature text not null,
    family    text,
    constraint benchmark_release_pkey primary key (tenant_id, period),
    constraint benchmark_release_file_length check (char_length(file) between 1 and 2000000)
);
call app.fence('app.benchmark_release');
call app.place('app.benchmark_release', 'council');
call app.permit('app.benchmark_release', 'select, insert');
