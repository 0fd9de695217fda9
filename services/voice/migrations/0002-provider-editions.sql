-- Another one after every change people make, the order apart; `revision` changes only where another engine comes of it.
alter table speech_providers add column edition integer not null default 1;
