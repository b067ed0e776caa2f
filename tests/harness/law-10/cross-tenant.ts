/** A statement that may name rows of every tenant, or take what law 10 forbids in the path of a command, and why. */
export interface CrossTenant {
  readonly name: string;
  /** Of its text without quotes and line breaks, in lower case. */
  readonly statement: RegExp;
  /** It may only read, and lock nothing. */
  readonly reads: boolean;
  readonly because: string;
}

const poller = 'reads due work of all tenants, unlocked; each row is then claimed by a statement that names its tenant';
const start = 'a start is no command: several nodes may begin at once on one database';

/** The named list of law 10. Whoever adds to it says why it cannot name a tenant. */
export const crossTenant: readonly CrossTenant[] = [
  {
    name: 'due jobs',
    statement: /^select tenant_id as tenant, .* from job where run_at <= \$1/,
    reads: true,
    because: poller,
  },
  {
    name: 'due timers',
    statement: /^select tenant_id as tenant, .* from timer where due_at <= \$1/,
    reads: true,
    because: poller,
  },
  {
    name: 'waiting repairs',
    statement:
      /^select tenant_id as tenant, bulk_id as bulk, instance_id as instance from bulk_repair_item where state = 'waiting' /,
    reads: true,
    because: poller,
  },
  { name: 'next timer', statement: /^select min\(due_at\) as at from timer$/, reads: true, because: poller },
  {
    name: 'waiting inboxes',
    statement:
      /^select tenant_id as tenant, instance_id as instance from \(select tenant_id, instance_id, created_at from inbox where run_at <= \$1 /,
    reads: true,
    because: poller,
  },
  {
    name: 'published messages',
    statement: /^select tenant_id as tenant, id from message m where state = 'published' and run_at <= \$1 /,
    reads: true,
    because: poller,
  },
  {
    name: 'kept messages',
    statement: /^select from message where state = 'buffered' and run_at <= \$1 limit 1$/,
    reads: true,
    because: poller,
  },
  {
    name: 'keys somebody began to wait for',
    statement: /^select tenant_id as tenant, name, correlation, wanted from message_key where wanted > 0 /,
    reads: true,
    because: poller,
  },
  {
    name: 'signals under way',
    statement: /^select tenant_id as tenant, id from signal where run_at <= \$1 /,
    reads: true,
    because: poller,
  },
  {
    name: 'due deliveries',
    statement: /^select tenant_id as tenant, id, plugin from plugin_delivery where state = 'waiting' and run_at <= \$1/,
    reads: true,
    because: poller,
  },
  {
    name: 'due choices',
    statement: /^select tenant_id as tenant, .* from assignment_choice where run_at <= \$1/,
    reads: true,
    because: poller,
  },
  {
    name: 'whether a month of history may go',
    statement:
      /^select 1 from tenant t where exists \(select from process_instance i where i.tenant_id = t.tenant_id and /,
    reads: true,
    because: 'a partition holds the month of all tenants; asked once an hour, outside of every command',
  },
  {
    name: 'a month of history is gone',
    statement: /^insert into dropped_history .* from tenant on conflict do nothing$/,
    reads: false,
    because: 'a partition holds the month of all tenants; written when it is dropped',
  },
  {
    name: 'the tenant of this program',
    statement: /^select tenant_id as id from tenant order by created_at limit 1$/,
    reads: true,
    because: start,
  },
  {
    name: 'one tenant is made',
    statement: /^lock table tenant in share row exclusive mode$/,
    reads: true,
    because: start,
  },
  {
    name: 'the list of migrations, which is the ORM’s',
    statement: /^(create table|insert into|delete from) mikro_orm_migrations /,
    reads: false,
    because: start,
  },
  { name: 'one node migrates', statement: /^select pg_advisory_lock\(\$1\)$/, reads: true, because: start },
  {
    name: 'rows are counted for a backup',
    statement: /^select count\(\*\) as count from \w+$/,
    reads: true,
    because: 'a backup is of the whole database',
  },
];
