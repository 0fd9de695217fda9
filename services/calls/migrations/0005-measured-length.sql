-- How long a call has lasted by the steady clocks of the processes that held it: clocks of the wall are set.
alter table calls add column lasted_ms integer;
alter table open_calls add column lasted_ms integer;
