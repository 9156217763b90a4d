--liquibase formatted sql

--changeset alongside:authorityfact-1-fact
--comment Holds public numbers about local authorities that operators loaded, by which councils are put into families of similar ones. A row is never changed: a newer number has a later day. loaded_by is the subject of the operator.
create table shared.authority_fact (
    measure   text        not null,
    code      text        not null,
    as_of     date        not null,
    value     numeric     not null,
    source    text        not null,
    loaded_at timestamptz not null,
    loaded_by text        not null,
    constraint authority_fact_pkey primary key (measure, code, as_of),
    constraint authority_fact_measure_short check (length(measure) between 1 and 60),
    constraint authority_fact_code_pattern check (code ~ '^[EWS][0-9]{8}$'),
    constraint authority_fact_source_short check (length(source) between 1 and 200),
    constraint authority_fact_value_bounded check (abs(value) <= 1000000000),
    constraint authority_fact_size_counts check (measure not in ('population', 'area') or (value > 0 and value = trunc(value)))
);
call app.place('shared.authority_fact', 'shared');
call app.permit('shared.authority_fact', 'select, insert');
insert into ops.allowed (rule, object, reason)
    select rule, 'shared.authority_fact', 'Public facts about public bodies: it holds no member and no resident.'
    from unnest(array['P01', 'P02', 'P03']) as rule;

--changeset alongside:authorityfact-2-cut-by-any-measure
--comment Lets councils be cut by a measure that an operator loaded. The value of a cut is public.
alter table shared.benchmark_cut drop constraint benchmark_cut_measure_known;
alter table shared.benchmark_cut add constraint benchmark_cut_measure_short check (length(measure) between 1 and 60);
