import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaCode, AreaRef, DefinitionId, Done, FreeObject, Instant, Uuid } from './values.ts';

export const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** Why something is repaired: it stands in the audit and in the instance's story. */
export const Reason = Type.String({ minLength: 2, maxLength: 200 });

const ElementRef = Type.Object({ id: Type.String(), title: Type.String() });
const VersionRef = Type.Object({ id: Type.String(), version: Type.String() });
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

const Version = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** What instances are looked for by. */
export const InstanceFilter = {
  state: Type.Optional(Type.Enum(['open', 'stuck', 'suspended', 'completed', 'cancelled'])),
  process: Type.Optional(DefinitionId),
  /** Hash of the manifest an instance is pinned to. */
  version: Type.Optional(Version),
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
  summary:
    'What a search for instances can choose from: processes, their elements and searchable variables, versions, incidents',
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

/** A page of iterations that live in instances of their own. */
export const IterationsQuery = Type.Object(
  { /** `next` of the page before. */ after: Type.Optional(Uuid) },
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

export const closed = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0 });
const ElementId = Type.String({ minLength: 1, maxLength: 200 });

/** One change of tokens: away with one, one here, an iteration more or less. */
const Change = Type.Union([
  Type.Object({ do: Type.Literal('cancel'), element: Count, scope: Count }, closed),
  Type.Object(
    {
      do: Type.Literal('activate'),
      element: ElementId,
      within: Type.Optional(Count),
      variables: Type.Optional(FreeObject),
    },
    closed,
  ),
  Type.Object(
    { do: Type.Literal('add-iteration'), element: Count, scope: Count, item: Type.Optional(Type.Unknown()) },
    closed,
  ),
  Type.Object({ do: Type.Literal('remove-iteration'), element: Count, scope: Count }, closed),
]);

/** A sentence in both languages. */
export const BothLanguages = { zh: Type.String(), en: Type.String() };

const variables = Type.Optional(FreeObject);
const retry = { do: Type.Literal('retry'), variables };
const skip = { do: Type.Literal('skip'), variables };
const incident = Type.Optional(Type.Object({ element: Type.Integer(), scope: Count }, closed));

/** Repairs that can be done to one instance as to many. */
const ofOneAndMany = [
  Type.Object({ do: Type.Literal('set-variables'), scope: Type.Optional(Count), variables: FreeObject }, closed),
  Type.Object({ do: Type.Literal('cancel') }, closed),
  Type.Object({ do: Type.Literal('suspend') }, closed),
  /** `shift`: the time it was held does not count; `run-on`: it does. */
  Type.Object({ do: Type.Literal('resume'), clocks: Type.Enum(['shift', 'run-on']) }, closed),
  Type.Object(
    {
      do: Type.Literal('migrate'),
      version: Version,
      process: Type.Optional(DefinitionId),
      /** Which element takes the place of which, where the proposal is not what is meant. */
      plan: Type.Optional(Type.Object({ elements: Type.Record(Type.String(), Type.String()) }, closed)),
    },
    closed,
  ),
] as const;

/** What is done to an instance. Without `incident` all that are open in it are meant. */
export const RepairBody = Type.Union([
  Type.Object({ ...retry, incident }, closed),
  Type.Object({ ...skip, incident }, closed),
  ...ofOneAndMany,
  Type.Object({ do: Type.Literal('move'), changes: Type.Array(Change, { minItems: 1, maxItems: 100 }) }, closed),
]);

/** What can be done to many instances at once: all that is stuck in each is meant. */
export const RepairOfMany = Type.Union([Type.Object(retry, closed), Type.Object(skip, closed), ...ofOneAndMany]);

export const repairInstance = operation({
  id: 'repairInstance',
  method: 'POST',
  path: '/api/instances/:instance/repairs',
  group: 'operations',
  access: 'signed-in',
  idempotent: true,
  summary: 'Repairs an instance for a stated reason: retry, skip, variables, cancel, suspend, resume, move, migrate',
  params: instanceParams,
  body: Type.Object({ repair: RepairBody, reason: Reason }, closed),
  answer: Done,
});

export const previewRepair = operation({
  id: 'previewRepair',
  method: 'POST',
  path: '/api/instances/:instance/repairs/preview',
  group: 'operations',
  access: 'signed-in',
  summary: 'What a repair would do: the same step, and nothing is written',
  params: instanceParams,
  body: Type.Object({ repair: RepairBody }, closed),
  answer: Type.Object({
    /** The problem it would be refused with; null: it can be done. */
    refused: nullable(Type.Object({ code: Type.String(), zh: Type.String(), en: Type.String() })),
    happens: Type.Array(Type.Object({ zh: Type.String(), en: Type.String(), weight: Type.Enum(['main', 'detail']) })),
    /** What cannot move to another version, and why. */
    faults: Type.Array(Type.Object({ element: Type.String(), zh: Type.String(), en: Type.String() })),
    /** Where everything that is alive goes. */
    places: Type.Array(
      Type.Object({
        from: Type.String(),
        title: Type.String(),
        to: nullable(Type.String()),
        toTitle: Type.String(),
        by: nullable(Type.Enum(['plan', 'id', 'name'])),
      }),
    ),
    targets: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), type: Type.String() })),
  }),
});
