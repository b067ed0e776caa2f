-- Iterations of a wide parallel loop live in instances of their own; an element then has called many.

alter table called_process drop constraint called_process_pkey;
alter table called_process add primary key (tenant_id, instance_id, element, callee);
alter table called_process add column iteration int; -- its number; null: a called process

-- Iterations that are yet to begin are begun many at a time.
create index inbox_iterations on inbox (tenant_id, sender) where (command -> 'iteration') is not null;
