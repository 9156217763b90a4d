--liquibase formatted sql

--changeset alongside:safeguarding-1-safeguarding
--comment Holds what members of staff do when something worries them, in the words of the council: telephone numbers and steps. One row a council; id is the council's own. A council without a row has written nothing yet.
create table app.safeguarding (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    numbers jsonb not null,
    steps text not null,
    constraint safeguarding_pkey primary key (tenant_id, id),
    constraint safeguarding_own_id check (id = tenant_id),
    constraint safeguarding_version_positive check (version > 0),
    constraint safeguarding_numbers_array check (jsonb_typeof(numbers) = 'array'),
    constraint safeguarding_steps_length check (char_length(steps) between 1 and 10000)
);
call app.fence('app.safeguarding');
call app.place('app.safeguarding', 'council');
call app.permit('app.safeguarding', 'select, insert, update (version, numbers, steps)');
