-- Systems of other departments that do jobs over HTTP.

create table external_worker (
  tenant_id uuid,
  id uuid,
  name text not null,
  job_types text[] not null, -- what it may do; nothing else is shown to it
  token_hash text not null,
  created_by uuid, -- null: by somebody at the terminal
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (tenant_id, id)
);
create unique index external_worker_token on external_worker (tenant_id, token_hash);
create unique index external_worker_name on external_worker (tenant_id, name) where revoked_at is null;

alter table job add column worker uuid; -- external worker that holds the lease
create index job_type_due on job (tenant_id, job_type, run_at);
