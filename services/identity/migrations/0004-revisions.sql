alter table roles add column revision integer not null default 1;
alter table teams add column revision integer not null default 1;
