import { Type } from 'typebox';
import { operation } from './operation.ts';
import { InstanceId, ReasonText, WithinArea } from './parameters.ts';
import { AreaRef, DefinitionId, described, Done, FreeObject, Instant, Limit, Uuid } from './values.ts';

export const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** Why something is repaired: it stands in the audit and in the instance's story. */
export const Reason = ReasonText(2, 200);

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

const Version = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description:
    'Hash of the manifest an instance is pinned to, 64 hexadecimal digits, as `readInstanceChoices` answers it.',
});

/** What instances are looked for by. */
export const InstanceFilter = {
  state: Type.Optional(
    described(
      Type.Enum(['open', 'stuck', 'suspended', 'completed', 'cancelled']),
      'How it stands: `open` is everything that has not ended, `stuck` what an operator has to look at; absent: any.',
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

const instanceParams = Type.Object({ instance: InstanceId });

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
const ElementNumber = described(Count, 'Number of the element instance, as `readInstance` answers it under `tokens`.');
const ScopeNumber = described(Count, 'Number of the scope it is in, as `readInstance` answers it under `tokens`.');
const ElementId = Type.String({ minLength: 1, maxLength: 200, description: 'Id of the BPMN element.' });
const SetVariables = described(FreeObject, 'Values by name that are written before it goes on.');

/** Which repair it is, said beside its name. */
const repairOf = <Name extends string>(name: Name, does: string) => described(Type.Literal(name), does);

/** One change of tokens: away with one, one here, an iteration more or less. */
const Change = Type.Union([
  Type.Object({ do: repairOf('cancel', 'The token goes away.'), element: ElementNumber, scope: ScopeNumber }, closed),
  Type.Object(
    {
      do: repairOf('activate', 'A token is put to an element.'),
      element: ElementId,
      within: Type.Optional(described(Count, 'Number of the scope it is put into; absent: the only one there is.')),
      variables: Type.Optional(SetVariables),
    },
    closed,
  ),
  Type.Object(
    {
      do: repairOf('add-iteration', 'A loop gets one iteration more.'),
      element: ElementNumber,
      scope: ScopeNumber,
      item: Type.Optional(Type.Unknown({ description: 'The item it is for, as the loop’s input element.' })),
    },
    closed,
  ),
  Type.Object(
    {
      do: repairOf('remove-iteration', 'An iteration of a loop goes away.'),
      element: ElementNumber,
      scope: ScopeNumber,
    },
    closed,
  ),
]);

/** A sentence in both languages. */
export const BothLanguages = { zh: Type.String(), en: Type.String() };

const variables = Type.Optional(SetVariables);
const retry = { do: repairOf('retry', 'What is stuck is tried again.'), variables };
const skip = { do: repairOf('skip', 'What is stuck is passed over, as if it were done.'), variables };
const incident = Type.Optional(
  Type.Object(
    {
      element: Type.Integer({
        description: 'Number of the element instance that is stuck, as `readInstance` answers it.',
      }),
      scope: ScopeNumber,
    },
    { ...closed, description: 'The one incident that is meant; absent: all that are open.' },
  ),
);

/** Repairs that can be done to one instance as to many. */
const ofOneAndMany = [
  Type.Object(
    {
      do: repairOf('set-variables', 'Variables are written.'),
      scope: Type.Optional(described(Count, 'Number of the scope they are written to; absent: that of the process.')),
      variables: described(FreeObject, 'Values by name; what is not named stays as it is.'),
    },
    closed,
  ),
  Type.Object({ do: repairOf('cancel', 'The instance ends here.') }, closed),
  Type.Object({ do: repairOf('suspend', 'The instance stands still until it is resumed.') }, closed),
  Type.Object(
    {
      do: repairOf('resume', 'An instance that stands still goes on.'),
      clocks: Type.Enum(['shift', 'run-on'], {
        description: '`shift`: the time it was held does not count; `run-on`: it does.',
      }),
    },
    closed,
  ),
  Type.Object(
    {
      do: repairOf('migrate', 'The instance goes on on another version.'),
      version: Version,
      process: Type.Optional(described(DefinitionId, 'BPMN id of the process it goes on in; absent: the same.')),
      plan: Type.Optional(
        Type.Object(
          {
            elements: Type.Record(Type.String(), Type.String(), {
              description: 'BPMN id of the new element by that of the old one.',
            }),
          },
          {
            ...closed,
            description: 'Which element takes the place of which, where what `previewRepair` proposes is not meant.',
          },
        ),
      ),
    },
    closed,
  ),
] as const;

/** What is done to an instance. Without `incident` all that are open in it are meant. */
export const RepairBody = Type.Union([
  Type.Object({ ...retry, incident }, closed),
  Type.Object({ ...skip, incident }, closed),
  ...ofOneAndMany,
  Type.Object(
    {
      do: repairOf('move', 'Tokens are taken away and put elsewhere.'),
      changes: Type.Array(Change, { minItems: 1, maxItems: 100, description: 'In this order, 1 to 100.' }),
    },
    closed,
  ),
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
  body: Type.Object({ repair: described(RepairBody, 'What is done.'), reason: Reason }, closed),
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
  body: Type.Object({ repair: described(RepairBody, 'What would be done.') }, closed),
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
