alter table sources
  add column kind text not null default 'website' check (kind in ('website', 'document')),
  -- Of a document: pages or rows beyond what is read.
  add column left_out integer not null default 0;
