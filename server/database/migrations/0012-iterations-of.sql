-- What a loop has begun in instances of their own is read page by page, also when they have ended.

create index process_instance_called on process_instance (tenant_id, caller_instance, id) where caller_instance is not null;
