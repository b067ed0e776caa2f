-- What operators need: one cause followed through the log, and which months of history are gone.

alter table job add column cause text; -- of the request, timer or letter it came from; the same in every log line
alter table inbox add column cause text;

create table dropped_history ( -- a bucket whose term had passed: its instances keep their row, and have no history
  tenant_id uuid,
  bucket text,
  dropped_at timestamptz(3) not null,
  primary key (tenant_id, bucket)
);
create index process_instance_bucket on process_instance (tenant_id, bucket) where ended_at is null; -- what still runs in it
