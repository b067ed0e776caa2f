import { Type } from 'typebox';
import { operation } from './operation.ts';
import { InstanceId } from './parameters.ts';
import { PositionView, UserTaskId, Uuid } from './values.ts';

const params = Type.Object({ instance: InstanceId });
const Scope = Type.Integer({
  minimum: 0,
  maximum: 2_147_483_647,
  description: 'Number of the inside of the ad-hoc sub-process, as `listOfferedWork` answers it.',
});
const Element = Type.String({ minLength: 1, maxLength: 200, description: 'BPMN id of the activity.' });

/** An activity of an ad-hoc sub-process that may be begun now. */
export const OfferedWorkView = Type.Object({
  instance: Uuid,
  /** The inside of the sub-process. */
  scope: Scope,
  /** BPMN id of the activity. */
  element: Element,
  title: Type.String(),
  /** How many of it go on. */
  going: Type.Integer({ minimum: 0 }),
  /** It was done before. */
  done: Type.Boolean(),
  /** Who would get it; null when it is no work for a person. */
  position: Type.Union([PositionView, Type.Null()]),
  /** Whether the caller may begin it. */
  may: Type.Boolean(),
});

export const listOfferedWork = operation({
  id: 'listOfferedWork',
  method: 'GET',
  path: '/api/instances/:instance/offered-work',
  group: 'offered-work',
  access: 'signed-in',
  summary: 'What somebody may begin now in an instance, and in the others that are about the same',
  params,
  refuses: ['instance-unknown'],
  answer: Type.Object({ work: Type.Array(OfferedWorkView) }),
});

export const beginOfferedWork = operation({
  id: 'beginOfferedWork',
  method: 'POST',
  path: '/api/instances/:instance/offered-work',
  group: 'offered-work',
  access: 'signed-in',
  summary: 'Begins an activity that is offered now',
  idempotent: true,
  params,
  body: Type.Object({ scope: Scope, element: Element }, { additionalProperties: false }),
  refuses: ['instance-suspended', 'instance-unknown', 'work-not-offered', 'work-not-yours'],
  answer: Type.Object({
    /** The user task it became; null when it is no work for a person. */
    userTask: Type.Union([UserTaskId, Type.Null()]),
  }),
});
