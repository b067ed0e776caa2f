import { Type } from 'typebox';
import { closed, instanceParams, nullable, Reason, Version } from './instances.ts';
import { operation } from './operation.ts';
import { DefinitionId, described, Done, FreeObject } from './values.ts';

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
      within: Type.Optional(
        described(
          Count,
          'Number of the scope it is put into, absent: that of the process; scopes between the two are opened anew.',
        ),
      ),
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
  refuses: [
    'agenda-pending',
    'bulk-empty',
    'bulk-ended',
    'bulk-too-many',
    'bulk-unknown',
    'calendars-changed-again',
    'calendars-do-not-fit',
    'cannot-activate',
    'cannot-migrate',
    'cannot-skip',
    'given-up',
    'instance-ended',
    'instance-suspended',
    'instance-unknown',
    'no-incident',
    'not-permitted',
    'not-suspended',
    'process-not-there',
    'unknown-element',
    'version-unknown',
  ],
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
  refuses: ['instance-unknown', 'no-incident', 'not-permitted', 'process-not-there', 'version-unknown'],
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
