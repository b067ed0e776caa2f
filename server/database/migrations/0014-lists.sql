-- A position's open work in the order of its list: the first page costs what it shows, however many wait.

drop index user_task_open;
create index user_task_open on user_task (tenant_id, area, post, due_at, created_at) where state = 'open';

-- As long as PostgreSQL has no statistics of a table, every index that begins with the tenant looks as good to it as the
-- primary key, and it takes the newest: the lock of a command then read all instances there were. So where a look by key
-- went wrong, the primary key becomes the newest.
alter table process_instance drop constraint process_instance_pkey, add primary key (tenant_id, id);
alter table user_task drop constraint user_task_pkey, add primary key (tenant_id, instance_id, id);
alter table case_record drop constraint case_record_pkey, add primary key (tenant_id, id);
alter table submission drop constraint submission_pkey, add primary key (tenant_id, id);
alter table message drop constraint message_pkey, add primary key (tenant_id, id);
alter table meeting drop constraint meeting_pkey, add primary key (tenant_id, id);
alter table notification drop constraint notification_pkey, add primary key (tenant_id, id);
alter table personal_value drop constraint personal_value_pkey, add primary key (tenant_id, id);
alter table photo_use drop constraint photo_use_pkey, add primary key (tenant_id, hash, subject_kind, subject_id);
alter table plugin_delivery drop constraint plugin_delivery_pkey, add primary key (tenant_id, id);
alter table bulk_repair drop constraint bulk_repair_pkey, add primary key (tenant_id, id);
