-- Of what people set, the order apart.
alter table providers add column revision integer not null default 1;
