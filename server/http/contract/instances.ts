import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaCode, AreaRef, DefinitionId, Done, FreeObject, Instant, Uuid } from './values.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** Why something is repaired: it stands in the audit and in the instance's story. */
export const Reason = Type.String({ minLength: 2, maxLength: 200 });

const ElementRef = Type.Object({ id: Type.String(), title: Type.String() });
const VersionRef = Type.Object({ id: Type.String(), version: Type.String() });
const State = Type.Enum(['running', 'stuck', 'suspended', 'completed', 'cancelled']);

/** What an instance is about: a case, a meeting, an item decided there. */
const Subject = Type.Object({
  kind: Type.String(),
  id: Uuid,
  number: nullable(Type.String()),
  title: Type.String(),
});

const IncidentView = Type.Object({
  element: Type.Integer(),
  scope: Type.Integer(),
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  at: Instant,
});

export const InstanceRow = Type.Object({
  id: Uuid,
  process: ElementRef,
  version: VersionRef,
  state: State,
  area: nullable(AreaRef),
  subject: nullable(Subject),
  startedAt: Instant,
  endedAt: nullable(Instant),
  suspendedAt: nullable(Instant),
  /** Where its tokens are. */
  elements: Type.Array(ElementRef),
  incidents: Type.Array(IncidentView),
});

/** What instances are looked for by. */
export const InstanceFilter = {
  state: Type.Optional(Type.Enum(['open', 'stuck', 'suspended', 'completed', 'cancelled'])),
  process: Type.Optional(DefinitionId),
  /** Hash of the manifest an instance is pinned to. */
  version: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  /** Id of a BPMN element where a token is. */
  element: Type.Optional(Type.String({ maxLength: 100 })),
  area: Type.Optional(AreaCode),
  /** Code of an incident that is open. */
  incident: Type.Optional(Type.String({ maxLength: 100 })),
  /** `name=value` of a variable that the process declares with `grid:searchable`. */
  variable: Type.Optional(Type.String({ pattern: '^[^=]+=.*$', maxLength: 200 })),
  startedFrom: Type.Optional(Instant),
  startedUntil: Type.Optional(Instant),
};

export const listInstances = operation({
  id: 'listInstances',
  method: 'GET',
  path: '/api/instances',
  group: 'operations',
  access: 'signed-in',
  summary: 'Process instances in the caller’s areas by state, version, element, area, age, declared variable, incident',
  query: Type.Object(
    {
      ...InstanceFilter,
      /** `next` of the page before. */
      after: Type.Optional(Type.String({ pattern: '^[0-9TZ:.-]{20,30}~[0-9a-f-]{36}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    /** `exact` false: at least so many; counting ends there. */
    total: Type.Object({ count: Type.Integer(), exact: Type.Boolean() }),
    instances: Type.Array(InstanceRow),
    /** Where to look on; null: everything was looked at. A page may be short, or empty, and still have one. */
    next: nullable(Type.String()),
  }),
});

export const readInstanceChoices = operation({
  id: 'readInstanceChoices',
  method: 'GET',
  path: '/api/instance-choices',
  group: 'operations',
  access: 'signed-in',
  summary: 'What a search for instances can choose from: processes, their elements and searchable variables, versions, incidents',
  answer: Type.Object({
    versions: Type.Array(
      Type.Object({ id: Type.String(), title: Type.String(), version: Type.String(), inForce: Type.Boolean() }),
    ),
    processes: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        searchable: Type.Array(Type.String()),
        elements: Type.Array(ElementRef),
      }),
    ),
    incidents: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() })),
  }),
});

const AtElement = { element: Type.String(), title: Type.String() };

export const HistoryLineView = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  zh: Type.String(),
  en: Type.String(),
  weight: Type.Enum(['main', 'detail']),
  element: nullable(Type.String()),
});

export const InstanceFile = Type.Object({
  id: Uuid,
  asOf: Instant,
  process: ElementRef,
  version: VersionRef,
  status: Type.Enum(['running', 'completed', 'cancelled']),
  suspendedAt: nullable(Instant),
  area: nullable(AreaRef),
  subject: nullable(Subject),
  startedAt: Instant,
  endedAt: nullable(Instant),
  diagram: Type.Object({
    xml: Type.String(),
    tokens: Type.Array(
      Type.Object({
        element: Type.String(),
        light: nullable(Type.Enum(['green', 'yellow', 'red', 'paused'])),
        holder: Type.String(),
        incident: Type.Boolean(),
      }),
    ),
    visited: Type.Array(Type.String()),
    flows: Type.Array(Type.String()),
  }),
  /** Every element instance that is alive, the outermost first. */
  tokens: Type.Array(
    Type.Object({
      id: Type.Integer(),
      scope: Type.Integer(),
      ...AtElement,
      state: Type.Enum(['entering', 'waiting', 'completing']),
      stuck: Type.Boolean(),
      iteration: nullable(Type.Integer()),
    }),
  ),
  /** By scope, and by element where it has some of its own; personal values are masked. */
  variables: Type.Array(
    Type.Object({
      scope: Type.Integer(),
      element: nullable(Type.Integer()),
      /** Null: those of the process itself. */
      title: nullable(Type.String()),
      values: FreeObject,
    }),
  ),
  jobs: Type.Array(
    Type.Object({
      ...AtElement,
      jobType: Type.String(),
      retries: Type.Integer(),
      attempts: Type.Integer(),
      runAt: Instant,
      leasedUntil: nullable(Instant),
      lastError: nullable(Type.String()),
    }),
  ),
  timers: Type.Array(
    Type.Object({ title: Type.String(), key: Type.String(), due: Instant, cycle: nullable(Type.String()) }),
  ),
  subscriptions: Type.Array(
    Type.Object({
      title: Type.String(),
      key: Type.String(),
      kind: Type.String(),
      name: Type.String(),
      correlation: nullable(Type.String()),
    }),
  ),
  incidents: Type.Array(
    Type.Object({
      id: Type.Integer(),
      scope: Type.Integer(),
      ...AtElement,
      code: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      at: Instant,
    }),
  ),
  history: Type.Array(HistoryLineView),
  may: Type.Object({ repair: Type.Boolean() }),
});

const instanceParams = Type.Object({ instance: Uuid });

export const readInstance = operation({
  id: 'readInstance',
  method: 'GET',
  path: '/api/instances/:instance',
  group: 'operations',
  access: 'signed-in',
  summary: 'The whole story of one instance: drawing, variables, what it waits for, incidents, history as sentences',
  params: instanceParams,
  answer: InstanceFile,
});

const IncidentPlace = Type.Optional(
  Type.Object({ element: Type.Integer({ minimum: 0 }), scope: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }),
);

/** What is done to an instance. Without `incident` all that are open in it are meant. */
export const RepairBody = Type.Union([
  Type.Object(
    { do: Type.Literal('retry'), incident: IncidentPlace, variables: Type.Optional(FreeObject) },
    { additionalProperties: false },
  ),
  Type.Object(
    { do: Type.Literal('skip'), incident: IncidentPlace, variables: Type.Optional(FreeObject) },
    { additionalProperties: false },
  ),
  Type.Object({ do: Type.Literal('cancel') }, { additionalProperties: false }),
]);

export const repairInstance = operation({
  id: 'repairInstance',
  method: 'POST',
  path: '/api/instances/:instance/repairs',
  group: 'operations',
  access: 'signed-in',
  idempotent: true,
  summary: 'Repairs an instance for a stated reason: retry or skip what is stuck, cancel',
  params: instanceParams,
  body: Type.Object({ repair: RepairBody, reason: Reason }, { additionalProperties: false }),
  answer: Done,
});
