-- Of what people set; what a plugin or server says of its tools anew does not count.
alter table tools add column revision integer not null default 1;
