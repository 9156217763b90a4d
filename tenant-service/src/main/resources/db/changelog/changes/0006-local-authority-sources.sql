--liquibase formatted sql

--changeset alongside:0006-local-authority-first-days
--comment What each first day rests on (docs/local-authorities.md). Worcestershire was made anew in 1998 and not in 1974. The City of London has no first day, so it rests on nothing.
alter table shared.local_authority
    add column valid_from_source text
        check (valid_from_source in ('list', 'act-1963', 'act-1972', 'orders-1992', 'order-1996-1867'));
update shared.local_authority set valid_from = '1998-04-01' where code = 'E10000034';
update shared.local_authority set valid_from_source = 'list'
    where code = any (array[
        'E06000003', 'E06000005', 'E06000006', 'E06000008', 'E06000010', 'E06000011', 'E06000012', 'E06000013',
        'E06000017', 'E06000019', 'E06000022', 'E06000024', 'E06000026', 'E06000029', 'E06000035', 'E06000036',
        'E06000039', 'E06000047', 'E06000049', 'E06000050', 'E06000051', 'E06000052', 'E06000053', 'E06000054',
        'E06000055', 'E06000056', 'E06000057', 'E06000058', 'E06000059', 'E06000060', 'E06000061', 'E06000062',
        'E06000063', 'E06000064', 'E06000065', 'E06000066', 'E08000001', 'E08000002', 'E08000003', 'E08000008',
        'E08000009', 'E08000010', 'E08000011', 'E08000015', 'E08000017', 'E08000021', 'E08000022', 'E08000023',
        'E08000026', 'E08000027', 'E08000030', 'E08000031', 'E08000032', 'E08000033', 'E08000034', 'E08000036',
        'E08000037', 'E08000038'
    ]);
update shared.local_authority set valid_from_source = case
        when code = 'E10000034' then 'order-1996-1867'
        when kind = 'london-borough' and valid_from = '1965-04-01' then 'act-1963'
        when kind in ('metropolitan', 'county') and valid_from = '1974-04-01' then 'act-1972'
        when kind = 'unitary' and valid_from between '1995-04-01' and '1998-04-01' then 'orders-1992'
    end
    where valid_from_source is null and valid_from is not null;
alter table shared.local_authority
    add check ((valid_from is null) = (valid_from_source is null));
