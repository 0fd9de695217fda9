alter table bases
  -- Counts the batches of vectors written for this base, so that what is new can be read by itself.
  add column vectors_revision integer not null default 0;

create table embeddings (
  tenant_id uuid not null,
  item_id uuid not null,
  base_id uuid not null,
  -- Vectors of different models are never compared.
  model text not null,
  text_hash text not null,
  -- Revision of the item when its text was last compared with this vector's.
  item_revision integer not null,
  -- Count of the batch it was written in.
  vectors_revision integer not null,
  -- Signed bytes, one a dimension, of any length as a whole; null when the model refuses the text.
  vector bytea,
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references items (tenant_id, id) on delete cascade
);
create index embeddings_by_base on embeddings (tenant_id, base_id, model, vectors_revision);
