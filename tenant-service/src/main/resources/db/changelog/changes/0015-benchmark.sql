--liquibase formatted sql

-- Holds what the benchmarks are made of: whole numbers to which each council added noise before they left it, and public
-- facts. No row is about a resident or a member of staff, and no column can hold a text about one (NoResidentTest).
-- No runtime role may change or delete a row.

--changeset alongside:benchmark-1-authority-size
--comment Holds the public size of the local authorities, by which councils are put into families of similar ones. A row of a later source has a later year.
create table shared.authority_size (
    code       text    not null,
    year       integer not null,
    population integer not null,
    area       integer not null,
    constraint authority_size_pkey primary key (code, year),
    constraint authority_size_code_pattern check (code ~ '^[EWS][0-9]{8}$'),
    constraint authority_size_population_counts check (population > 0),
    constraint authority_size_area_counts check (area > 0)
);
comment on column shared.authority_size.area is 'Square kilometres, whole.';
call app.place('shared.authority_size', 'shared');
call app.permit('shared.authority_size', 'select');
insert into ops.allowed (rule, object, reason)
    select rule, 'shared.authority_size', 'Public facts about public bodies: it holds no member and no resident.'
    from unnest(array['P01', 'P02', 'P03']) as rule;

--changeset alongside:benchmark-2-sheet
--comment Holds the sheets that councils sealed. Each number has the noise that its council added. Only work across councils sees a row: with a council bound, the table is empty. A council of demonstrations has no authority, and an authority's code is the one at the time.
create table shared.benchmark_sheet (
    council       uuid      not null,
    kind          text      not null,
    period        date      not null,
    specification integer   not null,
    version       integer   not null,
    cells         integer[] not null,
    authority     text,
    demonstration boolean   not null,
    constraint benchmark_sheet_pkey primary key (council, kind, period, specification, version),
    constraint benchmark_sheet_kind_known check (kind in ('quarter', 'year', 'breakdowns')),
    constraint benchmark_sheet_specification_counts check (specification > 0),
    constraint benchmark_sheet_version_known check (version in (1, 2)),
    constraint benchmark_sheet_demonstration_without_authority check (authority is null or not demonstration)
);
call app.place('shared.benchmark_sheet', 'shared');
call app.permit('shared.benchmark_sheet', 'select, insert');
alter table shared.benchmark_sheet enable row level security, force row level security;
create policy across_councils_read on shared.benchmark_sheet for select to tenant_app using (sec.tenant() is null);
create policy across_councils_added on shared.benchmark_sheet for insert to tenant_app with check (sec.tenant() is null);

--changeset alongside:benchmark-3-part
--comment Holds which release a sheet entered, and in which family its council was. A sheet enters once. A sheet without a row missed its release and is in no figure.
create table shared.benchmark_part (
    council       uuid    not null,
    kind          text    not null,
    period        date    not null,
    specification integer not null,
    version       integer not null,
    release       date    not null,
    family        text,
    constraint benchmark_part_pkey primary key (council, kind, period, specification, version)
);
create index benchmark_part_release on shared.benchmark_part (release);
call app.place('shared.benchmark_part', 'shared');
call app.permit('shared.benchmark_part', 'select, insert');
alter table shared.benchmark_part enable row level security, force row level security;
create policy across_councils_read on shared.benchmark_part for select to tenant_app using (sec.tenant() is null);
create policy across_councils_added on shared.benchmark_part for insert to tenant_app with check (sec.tenant() is null);
insert into ops.allowed (rule, object, reason)
    select rule, 'shared.' || relation || suffix, 'Noised numbers of all councils: only work across councils reads them, and it sees no fenced row.'
    from unnest(array['benchmark_sheet', 'benchmark_part']) as relation,
        (values ('P01', ''), ('P03', ''), ('P04', ' across_councils_read'), ('P04', ' across_councils_added')) as exception (rule, suffix);

--changeset alongside:benchmark-4-cut
--comment Holds where the councils of a year are cut into families: public values, fixed from April to March. A node is the way to it from the root, L for the lower half and U for the upper; a council is in the upper half from this value and code on.
create table shared.benchmark_cut (
    year    date    not null,
    node    text    not null,
    measure text    not null,
    value   numeric not null,
    code    text    not null,
    constraint benchmark_cut_pkey primary key (year, node),
    constraint benchmark_cut_node_pattern check (node ~ '^[LU]*$'),
    constraint benchmark_cut_measure_known check (measure in ('population', 'density'))
);
call app.place('shared.benchmark_cut', 'shared');
call app.permit('shared.benchmark_cut', 'select, insert');

--changeset alongside:benchmark-5-release
--comment Holds the released files, the exact bytes that were signed. Every member of every council may read them: a release is the same for all.
create table shared.benchmark_release (
    period    date   not null,
    made_on   date   not null,
    file      text   not null,
    key       text   not null,
    signature text   not null,
    restates  date[] not null,
    constraint benchmark_release_pkey primary key (period)
);
call app.place('shared.benchmark_release', 'shared');
call app.permit('shared.benchmark_release', 'select, insert');
insert into ops.allowed (rule, object, reason)
    select rule, object, 'A release is public and the same for every council: noised figures of at least five councils.'
    from unnest(array['shared.benchmark_cut', 'shared.benchmark_release']) as object, unnest(array['P01', 'P02', 'P03']) as rule;

--changeset alongside:benchmark-6-england
--comment The population of mid-2020 (Office for National Statistics, OGL v3) and the area in square kilometres of England's authorities, from mySociety's list (MIT, CC BY 4.0). The areas of tiny authorities are coarse, which changes no family: they are the densest or the smallest either way.
insert into shared.authority_size (code, year, population, area)
values
    ('E06000001', 2020, 93836, 94),
    ('E06000002', 2020, 141285, 54),
    ('E06000003', 2020, 137228, 245),
    ('E06000004', 2020, 197419, 205),
    ('E06000005', 2020, 107402, 197),
    ('E06000006', 2020, 129759, 79),
    ('E06000007', 2020, 209397, 181),
    ('E06000008', 2020, 150030, 137),
    ('E06000009', 2020, 138381, 35),
    ('E06000010', 2020, 259126, 72),
    ('E06000011', 2020, 343201, 2404),
    ('E06000012', 2020, 159364, 193),
    ('E06000013', 2020, 172748, 847),
    ('E06000014', 2020, 211012, 272),
    ('E06000015', 2020, 256814, 78),
    ('E06000016', 2020, 354036, 73),
    ('E06000017', 2020, 40476, 382),
    ('E06000018', 2020, 337098, 75),
    ('E06000019', 2020, 193615, 2180),
    ('E06000020', 2020, 181322, 290),
    ('E06000021', 2020, 256622, 93),
    ('E06000022', 2020, 196357, 346),
    ('E06000023', 2020, 465866, 110),
    ('E06000024', 2020, 215574, 374),
    ('E06000025', 2020, 287816, 497),
    ('E06000026', 2020, 262839, 80),
    ('E06000027', 2020, 136218, 63),
    ('E06000030', 2020, 222881, 230),
    ('E06000031', 2020, 202626, 343),
    ('E06000032', 2020, 213528, 43),
    ('E06000033', 2020, 182773, 42),
    ('E06000034', 2020, 175531, 164),
    ('E06000035', 2020, 279142, 194),
    ('E06000036', 2020, 124165, 109),
    ('E06000037', 2020, 158465, 704),
    ('E06000038', 2020, 160337, 40),
    ('E06000039', 2020, 149577, 33),
    ('E06000040', 2020, 151273, 197),
    ('E06000041', 2020, 173945, 179),
    ('E06000042', 2020, 270203, 309),
    ('E06000043', 2020, 291738, 83),
    ('E06000044', 2020, 214692, 40),
    ('E06000045', 2020, 252872, 50),
    ('E06000046', 2020, 142296, 380),
    ('E06000047', 2020, 533149, 2226),
    ('E06000049', 2020, 386667, 1166),
    ('E06000050', 2020, 343823, 920),
    ('E06000051', 2020, 325415, 3197),
    ('E06000052', 2020, 573299, 3545),
    ('E06000053', 2020, 2226, 16),
    ('E06000054', 2020, 504070, 3255),
    ('E06000055', 2020, 174687, 476),
    ('E06000056', 2020, 294096, 716),
    ('E06000057', 2020, 323820, 5020),
    ('E06000058', 2020, 396989, 162),
    ('E06000059', 2020, 379791, 2491),
    ('E06000060', 2020, 547060, 1565),
    ('E06000061', 2020, 350448, 987),
    ('E06000062', 2020, 406733, 1377),
    ('E06000063', 2020, 274396, 3012),
    ('E06000064', 2020, 225385, 3755),
    ('E06000065', 2020, 620610, 8037),
    ('E06000066', 2020, 563851, 3450),
    ('E08000001', 2020, 288248, 140),
    ('E08000002', 2020, 190708, 99),
    ('E08000003', 2020, 555741, 116),
    ('E08000004', 2020, 237628, 142),
    ('E08000005', 2020, 223659, 158),
    ('E08000006', 2020, 262697, 97),
    ('E08000007', 2020, 294197, 126),
    ('E08000008', 2020, 227117, 103),
    ('E08000009', 2020, 237579, 106),
    ('E08000010', 2020, 330712, 188),
    ('E08000011', 2020, 152452, 87),
    ('E08000012', 2020, 500474, 112),
    ('E08000013', 2020, 181095, 136),
    ('E08000014', 2020, 275899, 157),
    ('E08000015', 2020, 324336, 161),
    ('E08000017', 2020, 312785, 568),
    ('E08000018', 2020, 264984, 287),
    ('E08000021', 2020, 306824, 113),
    ('E08000022', 2020, 208871, 82),
    ('E08000023', 2020, 151133, 64),
    ('E08000024', 2020, 277846, 137),
    ('E08000025', 2020, 1140525, 268),
    ('E08000026', 2020, 379387, 99),
    ('E08000027', 2020, 322363, 98),
    ('E08000028', 2020, 329042, 86),
    ('E08000029', 2020, 217487, 178),
    ('E08000030', 2020, 286716, 104),
    ('E08000031', 2020, 264407, 69),
    ('E08000032', 2020, 542128, 366),
    ('E08000033', 2020, 211439, 364),
    ('E08000034', 2020, 441290, 409),
    ('E08000035', 2020, 798786, 552),
    ('E08000036', 2020, 351592, 339),
    ('E08000037', 2020, 201950, 142),
    ('E08000038', 2020, 248071, 329),
    ('E08000039', 2020, 589214, 368),
    ('E09000001', 2020, 10938, 3),
    ('E09000002', 2020, 214107, 36),
    ('E09000003', 2020, 399007, 87),
    ('E09000004', 2020, 249301, 61),
    ('E09000005', 2020, 327753, 43),
    ('E09000006', 2020, 332752, 150),
    ('E09000007', 2020, 279516, 22),
    ('E09000008', 2020, 388563, 86),
    ('E09000009', 2020, 340341, 56),
    ('E09000010', 2020, 333587, 81),
    ('E09000011', 2020, 289034, 47),
    ('E09000012', 2020, 280941, 19),
    ('E09000013', 2020, 183544, 16),
    ('E09000014', 2020, 266357, 30),
    ('E09000015', 2020, 252338, 50),
    ('E09000016', 2020, 260651, 112),
    ('E09000017', 2020, 309014, 116),
    ('E09000018', 2020, 271767, 56),
    ('E09000019', 2020, 248115, 15),
    ('E09000020', 2020, 156864, 12),
    ('E09000021', 2020, 179142, 37),
    ('E09000022', 2020, 321813, 27),
    ('E09000023', 2020, 305309, 35),
    ('E09000024', 2020, 206453, 38),
    ('E09000025', 2020, 355266, 36),
    ('E09000026', 2020, 305658, 56),
    ('E09000027', 2020, 198141, 57),
    ('E09000028', 2020, 320017, 29),
    ('E09000029', 2020, 207707, 44),
    ('E09000030', 2020, 331969, 20),
    ('E09000031', 2020, 276940, 39),
    ('E09000032', 2020, 329735, 34),
    ('E09000033', 2020, 269848, 21),
    ('E10000003', 2020, 657204, 3046),
    ('E10000007', 2020, 807183, 2547),
    ('E10000008', 2020, 810716, 6564),
    ('E10000011', 2020, 558852, 1709),
    ('E10000012', 2020, 1497759, 3458),
    ('E10000013', 2020, 640650, 2653),
    ('E10000014', 2020, 1389206, 3678),
    ('E10000015', 2020, 1195672, 1643),
    ('E10000016', 2020, 1589057, 3544),
    ('E10000017', 2020, 1227076, 2894),
    ('E10000018', 2020, 713085, 2083),
    ('E10000019', 2020, 766333, 5937),
    ('E10000020', 2020, 914039, 5384),
    ('E10000024', 2020, 833377, 2085),
    ('E10000025', 2020, 696880, 2605),
    ('E10000028', 2020, 883172, 2620),
    ('E10000029', 2020, 761246, 3800),
    ('E10000030', 2020, 1199870, 1663),
    ('E10000031', 2020, 583786, 1975),
    ('E10000032', 2020, 867635, 1991),
    ('E10000034', 2020, 598070, 1741);
