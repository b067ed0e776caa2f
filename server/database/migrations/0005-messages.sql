-- What passes between instances and comes in from outside: messages, signals, calls.

alter table process_instance
  add column caller_instance uuid, -- of a called process: the call activity that waits for it
  add column caller_element int,
  add column caller_scope int,
  add column conversation uuid; -- what the pools of one collaboration share; null: nobody has spoken to it along a message flow

create table called_process ( -- calls that wait, by the element instance that made them
  tenant_id uuid,
  instance_id uuid,
  element int,
  callee uuid not null,
  primary key (tenant_id, instance_id, element)
);

create table subscription ( -- index of what instances wait for; the instance decides
  tenant_id uuid,
  instance_id uuid,
  element int,
  key text,
  scope int not null,
  generation int not null,
  kind text not null check (kind in ('message', 'signal')),
  name text not null,
  correlation text, -- of a message; null: any of the name
  event text not null, -- flow node that listens, where a message flow may end
  opened_at timestamptz(3) not null,
  primary key (tenant_id, instance_id, element, key)
);
create index subscription_message on subscription (tenant_id, name, correlation) where kind = 'message';
create index subscription_signal on subscription (tenant_id, name, instance_id, element, key) where kind = 'signal';
create index subscription_event on subscription (tenant_id, event);

create table message_key ( -- locked by who begins to wait and by who keeps a message, so that neither misses the other
  tenant_id uuid,
  name text, -- of a message; flow: and the end of a message flow for those that go along one
  correlation text, -- empty: none
  buffered boolean not null default false, -- messages are kept under it
  wanted int not null default 0, -- so many began to wait since: what is kept is to be looked at
  primary key (tenant_id, name, correlation)
);
create index message_key_wanted on message_key (tenant_id, name) where wanted > 0;

create table message (
  tenant_id uuid,
  id uuid,
  name text not null,
  correlation text,
  target text, -- of a message flow: the flow node, process or pool it leads to
  variables jsonb not null,
  area text, -- where it begins something
  sender uuid, -- instance that sent it; null: it came from outside
  seq int not null default 0, -- number of the sender's step, which keeps its messages in order
  dedup text, -- the same again within its life is the same message
  state text not null check (state in ('published', 'buffered', 'correlated', 'undelivered', 'failed')),
  answer jsonb, -- what came of it
  published_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  run_at timestamptz(3) not null,
  attempts int not null default 0,
  last_error text,
  primary key (tenant_id, id)
);
create index message_published on message (run_at) where state = 'published';
create index message_kept on message (run_at) where state = 'buffered';
create index message_flow on message (tenant_id, target) where state = 'buffered' and target is not null;
create index message_buffered on message (tenant_id, name, correlation) where state = 'buffered';
create index message_expires on message (tenant_id, expires_at);
create index message_sender on message (tenant_id, sender) where state = 'published';
create unique index message_once on message (tenant_id, name, coalesce(correlation, ''), dedup) where dedup is not null;

create table signal ( -- on its way to everybody who waited when it was thrown, in chunks
  tenant_id uuid,
  id uuid,
  name text not null,
  variables jsonb not null,
  area text,
  sender uuid,
  at timestamptz(3) not null,
  after_instance uuid, -- subscriptions up to this one have it
  after_element int,
  after_key text,
  run_at timestamptz(3) not null,
  attempts int not null default 0,
  last_error text,
  primary key (tenant_id, id)
);
create index signal_due on signal (run_at);

create table undelivered ( -- commands that came too late: the instance had ended, or waited no longer
  tenant_id uuid,
  id uuid,
  instance_id uuid not null,
  command text not null,
  code text not null,
  at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create index undelivered_instance on undelivered (tenant_id, instance_id);

alter table inbox
  add column sender uuid,
  add column seq int not null default 0, -- number of the sender's step: order among letters of one instant
  add column run_at timestamptz(3); -- not before
update inbox set run_at = created_at;
alter table inbox alter column run_at set not null;
drop index inbox_oldest;
create index inbox_due on inbox (run_at);
