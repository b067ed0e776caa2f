import { Type } from 'typebox';
import { operation } from './operation.ts';
import { InstanceId, ReasonText, WithinArea } from './parameters.ts';
import { AreaRef, DefinitionId, described, FreeObject, Instant, Limit, Uuid } from './values.ts';

export const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** Why something is repaired: it stands in the audit and in the instance's story. */
export const Reason = ReasonText(2, 200);

export const closed = { additionalProperties: false };

/** A sentence in both languages. */
export const BothLanguages = { zh: Type.String(), en: Type.String() };

export const ElementRef = Type.Object({ id: Type.String(), title: Type.String() });
export const VersionRef = Type.Object({ id: Type.String(), version: Type.String() });
/** How an instance stands. */
export const State = Type.Enum(['running', 'stuck', 'suspended', 'completed', 'cancelled']);

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

export const Version = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description:
    'Hash of the manifest an instance is pinned to, 64 hexadecimal digits, as `readInstanceChoices` answers it.',
});

/** What instances are looked for by. */
export const InstanceFilter = {
  state: Type.Optional(
    described(
      Type.Enum(['open', 'stuck', 'suspended', 'completed', 'cancelled']),
      'How it stands: `open` is everything that has not ended, `stuck` what an operator has to look at; absent: `open`.',
    ),
  ),
  process: Type.Optional(described(DefinitionId, 'Only instances of this process, by its BPMN id.')),
  version: Type.Optional(Version),
  element: Type.Optional(
    Type.String({ maxLength: 100, description: 'Only where a token is at this BPMN element, by its id.' }),
  ),
  area: WithinArea,
  incident: Type.Optional(Type.String({ maxLength: 100, description: 'Only with an open incident of this code.' })),
  variable: Type.Optional(
    Type.String({
      pattern: '^[^=]+=.*$',
      maxLength: 200,
      description: '`name=value` of a variable that the process declares with `grid:searchable`.',
      examples: ['level=street'],
    }),
  ),
  startedFrom: Type.Optional(described(Instant, 'Only begun at this instant or later.')),
  startedUntil: Type.Optional(described(Instant, 'Only begun before this instant.')),
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
      after: Type.Optional(
        Type.String({
          pattern: '^[0-9TZ:.-]{20,30}~[0-9a-f-]{36}$',
          description: '`next` of the page before; absent: the first page.',
        }),
      ),
      limit: Type.Optional(Limit),
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted'],
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
  summary:
    'What a search for instances can choose from: processes, their elements and searchable variables, versions, incidents',
  refuses: ['not-permitted'],
  answer: Type.Object({
    versions: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        version: Type.String(),
        inForce: Type.Boolean(),
        /** Name of the area it is in force at; null when it is in force nowhere any more. */
        area: nullable(Type.String()),
      }),
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
      /** What a machine said of it, in English. */
      detail: nullable(Type.String()),
    }),
  ),
  history: Type.Array(HistoryLineView),
  /** How many iterations of its loops it has begun in instances of their own (`readIterations`). */
  iterations: Type.Integer(),
  /** Steps a token may be put to. */
  steps: Type.Array(ElementRef),
  may: Type.Object({ repair: Type.Boolean() }),
});

export const instanceParams = Type.Object({ instance: InstanceId });

export const readInstance = operation({
  id: 'readInstance',
  method: 'GET',
  path: '/api/instances/:instance',
  group: 'operations',
  access: 'signed-in',
  summary: 'The whole story of one instance: drawing, variables, what it waits for, incidents, history as sentences',
  params: instanceParams,
  refuses: ['instance-unknown'],
  answer: InstanceFile,
});

/** A page of iterations that live in instances of their own. */
export const IterationsQuery = Type.Object(
  { after: Type.Optional(described(Uuid, '`next` of the page before; absent: the first page.')) },
  { additionalProperties: false },
);

export const readIterations = operation({
  id: 'readIterations',
  method: 'GET',
  path: '/api/instances/:instance/iterations',
  group: 'operations',
  access: 'signed-in',
  summary: 'What happened in the iterations an instance has begun in instances of their own, a page at a time',
  params: instanceParams,
  query: IterationsQuery,
  refuses: ['instance-unknown'],
  answer: Type.Object({
    asOf: Instant,
    iterations: Type.Array(
      Type.Object({
        id: Uuid,
        number: Type.Integer(),
        state: State,
        version: VersionRef,
        startedAt: Instant,
        endedAt: nullable(Instant),
        history: Type.Array(HistoryLineView),
      }),
    ),
    next: nullable(Uuid),
  }),
});
