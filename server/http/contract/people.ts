import { Type } from 'typebox';
import { operation } from './operation.ts';
import { Account, Name } from './session.ts';
import { AreaCode, AreaRef, DefinitionId, Instant, LocalDate, Page, Uuid } from './values.ts';

const AssignmentView = Type.Object({
  id: Uuid,
  post: DefinitionId,
  postTitle: Type.String(),
  area: AreaRef,
  kind: Type.Enum(['formal', 'cover']),
  from: LocalDate,
  to: Type.Union([LocalDate, Type.Null()]),
});

export const PersonView = Type.Object({
  id: Uuid,
  name: Type.String(),
  account: Type.String(),
  active: Type.Boolean(),
  administrator: Type.Boolean(),
  demo: Type.Boolean(),
  lockedUntil: Type.Union([Instant, Type.Null()]),
  assignments: Type.Array(AssignmentView),
  /** User tasks on positions only this person holds. */
  openUserTasks: Type.Integer(),
});

const person = Type.Object({ person: Uuid });

export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  group: 'people',
  access: 'signed-in',
  summary: 'People in the caller’s areas, found by name, account, post or area',
  query: Type.Object(
    { q: Type.Optional(Type.String({ maxLength: 80 })), area: Type.Optional(AreaCode), ...Page },
    { additionalProperties: false },
  ),
  answer: Type.Object({ total: Type.Integer(), asOf: Instant, people: Type.Array(PersonView) }),
});

export const addPerson = operation({
  id: 'addPerson',
  method: 'POST',
  path: '/api/people',
  group: 'people',
  access: 'signed-in',
  idempotent: true,
  summary: 'Adds a person with an account; answers the first password, shown once',
  body: Type.Object(
    { name: Name, account: Account, administrator: Type.Optional(Type.Boolean()) },
    { additionalProperties: false },
  ),
  answer: Type.Object({ person: PersonView, firstPassword: Type.String() }),
});

export const resetPassword = operation({
  id: 'resetPassword',
  method: 'POST',
  path: '/api/people/:person/password',
  group: 'people',
  access: 'signed-in',
  summary: 'Gives a person a new first password, shown once, and ends their sessions',
  params: person,
  answer: Type.Object({ firstPassword: Type.String() }),
});

export const setPersonActive = operation({
  id: 'setPersonActive',
  method: 'PUT',
  path: '/api/people/:person/active',
  group: 'people',
  access: 'signed-in',
  summary: 'Suspends or reinstates an account; a suspended person loses access with the next request',
  params: person,
  body: Type.Object({ active: Type.Boolean() }, { additionalProperties: false }),
  answer: PersonView,
});

export const assignPost = operation({
  id: 'assignPost',
  method: 'POST',
  path: '/api/people/:person/assignments',
  group: 'people',
  access: 'signed-in',
  idempotent: true,
  summary: 'Puts a person on a post at an area from a date',
  params: person,
  body: Type.Object(
    {
      post: DefinitionId,
      area: AreaCode,
      kind: Type.Enum(['formal', 'cover']),
      from: Type.Optional(LocalDate),
      to: Type.Optional(Type.Union([LocalDate, Type.Null()])),
    },
    { additionalProperties: false },
  ),
  answer: PersonView,
});

export const endAssignment = operation({
  id: 'endAssignment',
  method: 'DELETE',
  path: '/api/people/:person/assignments/:assignment',
  group: 'people',
  access: 'signed-in',
  summary: 'Takes a person off a post from today; their open user tasks stay with the post or go to its fallback',
  params: Type.Object({ person: Uuid, assignment: Uuid }),
  answer: PersonView,
});

export const countOpenUserTasks = operation({
  id: 'countOpenUserTasks',
  method: 'GET',
  path: '/api/people/:person/assignments/:assignment/effects',
  group: 'people',
  access: 'signed-in',
  summary: 'What taking a person off a post would do: how many open user tasks, and who would get them',
  params: Type.Object({ person: Uuid, assignment: Uuid }),
  answer: Type.Object({ openUserTasks: Type.Integer(), goTo: Type.String() }),
});
