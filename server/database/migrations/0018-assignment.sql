-- Who is asked by name, of those who hold the position; where they have left it, whoever holds it may do the work.
alter table user_task add column person_id uuid;

-- Who owes what in a case (feedback, responsible, procedural, substantive), as its process last said: positions by duty.
alter table case_record add column duties jsonb not null default '{}';
