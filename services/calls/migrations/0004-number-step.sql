alter table numbers
  -- The building of an agent that the number was given to, until a person decides who answers it.
  add column creation_id uuid;
