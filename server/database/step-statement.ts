/** What a step may write besides its instance and history: the rows it needs, by their name in `SavedStep.rows`. */
interface StepPart {
  /** `progress` stands for the case's columns. */
  readonly rows: string;
  readonly sql: string;
}

/** Holds a part to the rows it names by their key, so that it costs the same however many the instance has. */
function among(column: string, rows: string, key: string): string {
  return `${column} = any (array(select (r ->> '${key}')::int from jsonb_array_elements($10::jsonb -> '${rows}') r))`;
}

/**
 * Parameters: $1 tenant, $2 instance, $3 state, $4 status, $5 number of the last event, $6 end, $7 now, $8 bucket,
 * $9 its events or null, $10 rows, $11 columns of the case; of a new instance its pins from $12.
 *
 * Whoever begins to wait for a message locks its key (`message_keys`), as whoever keeps a message under it does: `buffered`
 * is then read as it is, however old the statement's snapshot. Any message of a name may be kept under many keys, so
 * that is looked at.
 */
const parts: readonly StepPart[] = [
  {
    rows: 'timersGone',
    sql: `
  timers_gone as (
    delete from timer t using jsonb_to_recordset($10::jsonb -> 'timersGone') as g(element int, key text)
    where t.tenant_id = $1 and t.instance_id = $2 and ${among('t.element', 'timersGone', 'element')} and t.element = g.element and t.key = g.key)`,
  },
  {
    rows: 'timersSet',
    sql: `
  timers_set as (
    insert into timer (tenant_id, instance_id, element, scope, key, generation, due_at, attempts)
    select $1, $2, s.element, s.scope, s.key, s.generation, s.due, 0
    from jsonb_to_recordset($10::jsonb -> 'timersSet') as s(element int, scope int, key text, generation int, due timestamptz)
    on conflict (tenant_id, instance_id, element, key) do update set generation = excluded.generation, due_at = excluded.due_at, attempts = 0)`,
  },
  {
    rows: 'jobsGone',
    sql: `
  jobs_gone as (
    delete from job j using jsonb_to_recordset($10::jsonb -> 'jobsGone') as g(element int)
    where j.tenant_id = $1 and j.instance_id = $2 and ${among('j.element', 'jobsGone', 'element')} and j.element = g.element)`,
  },
  {
    rows: 'jobsSet',
    sql: `
  jobs_set as (
    insert into job (tenant_id, instance_id, element, scope, job, job_type, headers, retries, attempts, run_at, cause)
    select $1, $2, s.element, s.scope, s.job, s."jobType", s.headers, s.retries, 0, $7, $10::jsonb ->> 'cause'
    from jsonb_to_recordset($10::jsonb -> 'jobsSet') as s(element int, scope int, job int, "jobType" text, headers jsonb, retries int)
    on conflict (tenant_id, instance_id, element) do update set job = excluded.job, attempts = 0, run_at = excluded.run_at, lease = null, leased_until = null, last_error = null, cause = excluded.cause)`,
  },
  {
    rows: 'incidentsGone',
    sql: `
  incidents_gone as (
    delete from incident i using jsonb_to_recordset($10::jsonb -> 'incidentsGone') as g(element int)
    where i.tenant_id = $1 and i.instance_id = $2 and ${among('i.element', 'incidentsGone', 'element')} and i.element = g.element)`,
  },
  {
    rows: 'incidentsSet',
    sql: `
  incidents_set as (
    insert into incident (tenant_id, instance_id, element, scope, code, zh, en, at)
    select $1, $2, s.element, s.scope, s.code, s.zh, s.en, $7
    from jsonb_to_recordset($10::jsonb -> 'incidentsSet') as s(element int, scope int, code text, zh text, en text)
    on conflict (tenant_id, instance_id, element) do update set code = excluded.code, zh = excluded.zh, en = excluded.en, at = excluded.at)`,
  },
  {
    rows: 'marksGone',
    sql: `
  marks_gone as (
    delete from instance_mark m using jsonb_to_recordset($10::jsonb -> 'marksGone') as g(kind text, value text, element int)
    where m.tenant_id = $1 and m.kind = g.kind and m.value = g.value and m.started_at = ($10::jsonb ->> 'startedAt')::timestamptz
    and m.instance_id = $2 and m.element = g.element)`,
  },
  {
    rows: 'marksSet',
    sql: `
  marks_set as (
    insert into instance_mark (tenant_id, kind, value, started_at, instance_id, element)
    select $1, s.kind, s.value, ($10::jsonb ->> 'startedAt')::timestamptz, $2, s.element
    from jsonb_to_recordset($10::jsonb -> 'marksSet') as s(kind text, value text, element int))`,
  },
  {
    rows: 'userTasksNew',
    sql: `
  user_tasks_new as (
    insert into user_task (tenant_id, instance_id, id, scope, element, name, form, subject_kind, subject_id, post, area, asked_post, asked_area,
    state, light, yellow_at, due_at, time_limit, clocks, created_at, ended_at, completed_by, person_id)
    select $1, $2, s.task, s.scope, s.element, s.name, s.form, $10::jsonb ->> 'subjectKind', ($10::jsonb ->> 'subjectId')::uuid, s.post, s.area,
    s."askedPost", s."askedArea", s.state, s.light, s."yellowAt", s."dueAt", s."timeLimit", coalesce(s.clocks, '[]'), $7, case when s.state = 'open' then null else $7 end, s."completedBy", s.person
    from jsonb_to_recordset($10::jsonb -> 'userTasksNew') as s(task int, scope int, element text, name text, form text, post text, area text,
    "askedPost" text, "askedArea" text, state text, light text, "yellowAt" timestamptz, "dueAt" timestamptz, "timeLimit" text, clocks jsonb, "completedBy" uuid, person uuid))`,
  },
  {
    rows: 'userTasksNew',
    sql: `
  choices_new as (
    insert into assignment_choice (tenant_id, instance_id, user_task, rule, run_at)
    select $1, $2, s.task, s.rule, $7 from jsonb_to_recordset($10::jsonb -> 'userTasksNew') as s(task int, rule text, state text)
    where s.rule is not null and s.state = 'open')`,
  },
  {
    rows: 'userTasksChanged',
    sql: `
  choices_again as (
    update assignment_choice c set chosen = null, run_at = $7
    from jsonb_to_recordset($10::jsonb -> 'userTasksChanged') as s(task int, post text)
    where s.post is not null and c.tenant_id = $1 and c.instance_id = $2 and c.user_task = s.task)`,
  },
  {
    rows: 'userTasksChanged',
    sql: `
  user_tasks_changed as (
    update user_task u set person_id = case when s.post is null then u.person_id end, post = coalesce(s.post, u.post), area = coalesce(s.area, u.area), state = coalesce(s.state, u.state), light = case when s."clockSet" then s.light else coalesce(s.light, u.light) end,
    yellow_at = case when s."clockSet" then s."yellowAt" else u.yellow_at end, due_at = case when s."clockSet" then s."dueAt" else u.due_at end, time_limit = coalesce(s."timeLimit", u.time_limit), clocks = coalesce(s.clocks, u.clocks), completed_by = coalesce(s."completedBy", u.completed_by),
    ended_at = case when s.state is null or s.state = 'open' then u.ended_at else $7 end
    from jsonb_to_recordset($10::jsonb -> 'userTasksChanged') as s(task int, post text, area text, state text, light text, "yellowAt" timestamptz, "dueAt" timestamptz, "timeLimit" text, "completedBy" uuid, "clockSet" boolean, clocks jsonb)
    where u.tenant_id = $1 and u.instance_id = $2 and ${among('u.id', 'userTasksChanged', 'task')} and u.id = s.task)`,
  },
  {
    rows: 'inbox',
    sql: `
  inbox_rows as (
    insert into inbox (tenant_id, instance_id, id, command, created_at, run_at, attempts, sender, seq, cause)
    select $1, s.instance, s.id, s.command, $7, coalesce(s."runAt", $7), 0, $2, $5, $10::jsonb ->> 'cause'
    from jsonb_to_recordset($10::jsonb -> 'inbox') as s(instance uuid, id uuid, command jsonb, "runAt" timestamptz))`,
  },
  {
    rows: 'subscriptionsGone',
    sql: `
  subscriptions_gone as (
    delete from subscription s using jsonb_to_recordset($10::jsonb -> 'subscriptionsGone') as g(element int, key text)
    where s.tenant_id = $1 and s.instance_id = $2 and ${among('s.element', 'subscriptionsGone', 'element')} and s.element = g.element and s.key = g.key)`,
  },
  {
    rows: 'subscriptionsSet',
    sql: `
  subscriptions_set as (
    insert into subscription (tenant_id, instance_id, element, key, scope, generation, kind, name, correlation, event, opened_at)
    select $1, $2, s.element, s.key, s.scope, s.generation, s.kind, s.name, s.correlation, s.event, $7
    from jsonb_to_recordset($10::jsonb -> 'subscriptionsSet') as s(element int, key text, scope int, generation int, kind text, name text, correlation text, event text)
    on conflict (tenant_id, instance_id, element, key) do update set generation = excluded.generation, name = excluded.name,
    correlation = excluded.correlation, event = excluded.event, opened_at = excluded.opened_at)`,
  },
  {
    rows: 'subscriptionsSet',
    sql: `
  message_keys as (
    insert into message_key (tenant_id, name, correlation, wanted)
    select distinct $1::uuid, s.name, coalesce(s.correlation, ''), case when s.correlation is null then 1 else 0 end
    from jsonb_to_recordset($10::jsonb -> 'subscriptionsSet') as s(kind text, name text, correlation text) where s.kind = 'message' order by 2, 3
    on conflict (tenant_id, name, correlation) do update set wanted = message_key.wanted + greatest(excluded.wanted, message_key.buffered::int))`,
  },
  {
    rows: 'subscriptionsSet',
    sql: `
  flow_keys as (
    update message_key k set wanted = k.wanted + 1
    from (select distinct unnest(array['flow:' || s.event, 'flow:' || s.process]) as name
    from jsonb_to_recordset($10::jsonb -> 'subscriptionsSet') as s(kind text, event text, process text) where s.kind = 'message') as f
    where k.tenant_id = $1 and k.name = f.name and k.correlation = '' and k.buffered)`,
  },
  {
    rows: 'callsGone',
    sql: `
  calls_gone as (
    delete from called_process c using jsonb_to_recordset($10::jsonb -> 'callsGone') as g(element int)
    where c.tenant_id = $1 and c.instance_id = $2 and ${among('c.element', 'callsGone', 'element')} and c.element = g.element returning c.element, c.callee)`,
  },
  {
    rows: 'callsCancelled',
    sql: `
  calls_cancelled as (
    insert into inbox (tenant_id, instance_id, id, command, created_at, run_at, attempts, sender, seq, cause)
    select $1, c.callee, s.letter, $10::jsonb -> 'cancelCall', $7, $7, 0, $2, $5, $10::jsonb ->> 'cause'
    from jsonb_to_recordset($10::jsonb -> 'callsCancelled') as s(element int, letter uuid) join calls_gone c on c.element = s.element)`,
  },
  {
    rows: 'callsSet',
    sql: `
  calls_set as (
    insert into called_process (tenant_id, instance_id, element, callee, iteration)
    select $1, $2, s.element, s.callee, s.iteration from jsonb_to_recordset($10::jsonb -> 'callsSet') as s(element int, callee uuid, iteration int))`,
  },
  {
    rows: 'calledBy',
    sql: `
  called_gone as (
    delete from called_process c using jsonb_to_recordset($10::jsonb -> 'calledBy') as s(instance uuid, element int)
    where c.tenant_id = $1 and c.instance_id = s.instance and c.element = s.element and c.callee = $2)`,
  },
  {
    rows: 'iterationsTold',
    sql: `
  iterations_told as (
    insert into inbox (tenant_id, instance_id, id, command, created_at, run_at, attempts, sender, seq, cause)
    select $1, c.callee, s.letter, s.command, $7, $7, 0, $2, $5, $10::jsonb ->> 'cause'
    from jsonb_to_recordset($10::jsonb -> 'iterationsTold') as s(letter uuid, command jsonb)
    join called_process c on c.tenant_id = $1 and c.instance_id = $2 and c.iteration is not null)`,
  },
  {
    rows: 'messages',
    sql: `
  messages as (
    insert into message (tenant_id, id, name, correlation, target, variables, area, sender, seq, state, published_at, expires_at, run_at)
    select $1, s.id, s.name, s.correlation, s.target, s.variables, $10::jsonb ->> 'area', $2, $5, 'published', $7, s."expiresAt", $7
    from jsonb_to_recordset($10::jsonb -> 'messages') as s(id uuid, name text, correlation text, target text, variables jsonb, "expiresAt" timestamptz))`,
  },
  {
    rows: 'signals',
    sql: `
  signals as (
    insert into signal (tenant_id, id, name, variables, area, sender, at, run_at)
    select $1, s.id, s.name, s.variables, $10::jsonb ->> 'area', $2, $7, $7
    from jsonb_to_recordset($10::jsonb -> 'signals') as s(id uuid, name text, variables jsonb))`,
  },
  {
    rows: 'scopesGone',
    sql: `
  scopes_gone as (
    delete from process_scope p using jsonb_to_recordset($10::jsonb -> 'scopesGone') as g(scope int)
    where p.tenant_id = $1 and p.instance_id = $2 and p.scope = g.scope)`,
  },
  {
    rows: 'scopesSet',
    sql: `
  scopes_set as (
    insert into process_scope (tenant_id, instance_id, scope, state)
    select $1, $2, s.scope, s.state from jsonb_to_recordset($10::jsonb -> 'scopesSet') as s(scope int, state jsonb)
    on conflict (tenant_id, instance_id, scope) do update set state = excluded.state)`,
  },
  {
    rows: 'progress',
    sql: `
  case_row as (
    update case_record c set status = p.status, stage = p.stage, visited_stages = p.visited, passed_stages = p.passed, holder_post = p."holderPost",
    holder_area = p."holderArea", level = p.level, light = p.light, yellow_at = p."yellowAt", due_at = p."dueAt", time_limit = p."timeLimit", ever_overdue = p."everOverdue",
    incident = p.incident, duties = p.duties, closed_at = case when p.status = 'open' then null else coalesce(c.closed_at, $7) end
    from jsonb_to_record($11::jsonb) as p(status text, stage text, visited text[], passed text[], "holderPost" text, "holderArea" text, level text,
    light text, "yellowAt" timestamptz, "dueAt" timestamptz, "timeLimit" text, "everOverdue" boolean, incident boolean, duties jsonb)
    where $11::jsonb is not null and c.tenant_id = $1 and c.id = ($10::jsonb ->> 'subjectId')::uuid)`,
  },
];

/** Names the types of parameters that a statement without their parts would not know. */
const given = `
  given as (select $7::timestamptz, $8::text, $9::jsonb, $10::jsonb, $11::jsonb),
  history_row as (
    insert into history_step (tenant_id, bucket, instance_id, seq, at, events)
    select $1, $8, $2, $5, $7, $9::jsonb where $9::jsonb is not null)`;

const update = `
  update process_instance set state = $3::jsonb, format = ($3::jsonb ->> 'format')::smallint, status = $4, history_seq = $5, ended_at = $6,
    conversation = coalesce(conversation, ($10::jsonb ->> 'conversation')::uuid) where tenant_id = $1 and id = $2`;

const insert = `
  insert into process_instance (tenant_id, id, state, status, history_seq, ended_at, created_at, bucket, format, process, manifest_hash, subject_kind,
    subject_id, host_instance, host_task, host_scope, area, caller_instance, caller_element, caller_scope, conversation)
  values ($1, $2, $3::jsonb, $4, $5, $6, $7, $8, ($3::jsonb ->> 'format')::smallint, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    coalesce($23::uuid, ($10::jsonb ->> 'conversation')::uuid))`;

const texts = new Map<string, string>();

/**
 * The one statement that writes a step: only the parts it has rows for, so that an ordinary step plans and runs a few
 * of them instead of two dozen. Texts are few and kept, because each is prepared once on every connection.
 *
 * @param rows the step's rows by name
 */
export function stepStatement(rows: object, progress: object | null, isNew: boolean): string {
  const filled = new Set(
    Object.entries(rows).flatMap(([name, of]) => (Array.isArray(of) && of.length > 0 ? [name] : [])),
  );
  if (progress !== null) filled.add('progress');
  const used = parts.filter((part) => filled.has(part.rows));
  const key = `${isNew} ${[...filled].toSorted().join(' ')}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = `with ${[given, ...used.map(({ sql }) => sql)].join(',')}${isNew ? insert : update}`;
  texts.set(key, text);
  return text;
}
