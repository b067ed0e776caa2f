-- 正式启用: when an area began to be used for real, by whom, and when that was taken back; at most one holds at a time.
create table go_live (
  tenant_id uuid,
  area text,
  id uuid,
  from_date date not null, -- local date from which the area works with the program
  at timestamptz(3) not null,
  by_person uuid not null,
  note text not null,
  undone_at timestamptz(3),
  undone_by uuid,
  undone_reason text,
  primary key (tenant_id, area, id)
);
create unique index go_live_standing on go_live (tenant_id, area) where undone_at is null;

-- What no program can see of itself (a backup that is stored elsewhere, limits somebody has compared with the paper):
-- an administrator says so, by name and with words.
create table readiness_mark (
  tenant_id uuid,
  area text,
  item text,
  at timestamptz(3) not null,
  by_person uuid not null,
  note text not null,
  primary key (tenant_id, area, item)
);
