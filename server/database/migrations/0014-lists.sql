-- A position's open work in the order of its list: the first page costs what it shows, however many wait.

drop index user_task_open;
create index user_task_open on user_task (tenant_id, area, post, due_at, created_at) where state = 'open';
