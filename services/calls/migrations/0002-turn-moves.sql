alter table call_turns add column move jsonb;
