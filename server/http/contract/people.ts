import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AssignmentId, PersonId, SearchText, WithinArea } from './parameters.ts';
import { Account, Name } from './session.ts';
import { UserTaskRow } from './user-tasks.ts';
import {
  AreaCode,
  AreaRef,
  DefinitionId,
  described,
  Instant,
  LeavingDate,
  LocalDate,
  Page,
  PersonRef,
  PositionView,
  Uuid,
} from './values.ts';
import { onAssignment, onLeaving } from './refused-together.ts';

const AssignmentView = Type.Object({
  id: Uuid,
  post: DefinitionId,
  postTitle: Type.String(),
  area: AreaRef,
  kind: Type.Enum(['formal', 'cover']),
  from: LocalDate,
  to: Type.Union([LeavingDate, Type.Null()]),
  /** Of a cover: the person it stands in for; null: the post is vacant. */
  covers: Type.Union([PersonRef, Type.Null()]),
});

/** To whom the open user tasks of a post go that somebody leaves. */
const HandOver = Type.Union([
  Type.Object(
    {
      to: described(
        Type.Enum(['post', 'fallback']),
        '`post`: it stays with the others who hold the post; `fallback`: it goes where the post’s work goes while nobody holds it.',
      ),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      to: described(Type.Literal('person'), 'A person takes over the post, from today.'),
      person: described(PersonId, 'Id of the person who takes it over.'),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      to: described(Type.Literal('cover'), 'A person covers the post (顶岗) for a while, from today.'),
      person: described(PersonId, 'Id of the person who covers it.'),
      until: described(LeavingDate, 'The first day on which it is covered no more.'),
    },
    { additionalProperties: false },
  ),
]);

export const PersonView = Type.Object({
  id: Uuid,
  name: Type.String(),
  account: Type.String(),
  active: Type.Boolean(),
  administrator: Type.Boolean(),
  demo: Type.Boolean(),
  lockedUntil: Type.Union([Instant, Type.Null()]),
  assignments: Type.Array(AssignmentView),
  /** User tasks on positions only this person holds; of more than 1,000 so many are counted. */
  openUserTasks: Type.Integer(),
});

const person = Type.Object({ person: PersonId });

export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  group: 'people',
  access: 'signed-in',
  summary: 'People in the caller’s areas, found by name, account, post or area',
  query: Type.Object(
    { q: SearchText('name, account, post or area'), area: WithinArea, ...Page },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted'],
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
    {
      name: Name,
      account: Account,
      administrator: Type.Optional(
        Type.Boolean({
          description: 'Whether the person administers the widest area that the caller does; absent: no.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['account-taken', 'first-password-used', 'not-permitted', 'person-unknown'],
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
  refuses: ['not-permitted', 'person-unknown'],
  answer: Type.Object({ firstPassword: Type.String() }),
});

export const setPersonActive = operation({
  id: 'setPersonActive',
  method: 'PUT',
  path: '/api/people/:person/active',
  group: 'people',
  access: 'signed-in',
  summary:
    'Suspends or reinstates an account; whoever is suspended loses access with the next request, their work goes as told',
  params: person,
  body: Type.Object(
    {
      active: Type.Boolean({ description: 'False suspends the account, true reinstates it.' }),
      work: Type.Optional(
        Type.Array(
          Type.Object(
            {
              post: described(DefinitionId, 'Id of the post that is left.'),
              area: described(AreaCode, 'Code of the area where it is held.'),
              over: described(HandOver, 'To whom its open user tasks go.'),
            },
            { additionalProperties: false },
          ),
          { maxItems: 200, description: 'Who gets the open user tasks, for each position that has some; at most 200.' },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: [
    ...onAssignment,
    'no-fallback',
    'not-permitted',
    'own-account',
    'user-task-held',
    'work-stays-nowhere',
    'work-undecided',
  ],
  answer: PersonView,
});

export const assignPost = operation({
  id: 'assignPost',
  method: 'POST',
  path: '/api/people/:person/assignments',
  group: 'people',
  access: 'signed-in',
  idempotent: true,
  summary: 'Puts a person on a post at an area from a date, or lets them cover it for somebody until a date',
  params: person,
  body: Type.Object(
    {
      post: described(DefinitionId, 'Id of the post, as `readPostBoard` answers it.'),
      area: described(AreaCode, 'Code of the area where it is held.'),
      kind: described(Type.Enum(['formal', 'cover']), '`formal`: the post is the person’s own; `cover`: 顶岗.'),
      from: Type.Optional(described(LocalDate, 'The first day; absent: today.')),
      to: Type.Optional(
        described(
          Type.Union([LeavingDate, Type.Null()]),
          'The first day no longer held; null or absent: without an end. A cover has one.',
        ),
      ),
      covers: Type.Optional(
        described(
          Type.Union([Uuid, Type.Null()]),
          'Of a cover: id of the person it stands in for; null or absent: the post is vacant.',
        ),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: [...onAssignment, 'not-permitted'],
  answer: PersonView,
});

export const endAssignment = operation({
  id: 'endAssignment',
  method: 'POST',
  path: '/api/people/:person/assignments/:assignment/end',
  group: 'people',
  access: 'signed-in',
  idempotent: true,
  summary: 'Takes a person off a post from today; with open user tasks it must be said who gets them',
  params: Type.Object({ person: PersonId, assignment: AssignmentId }),
  body: Type.Object(
    { work: Type.Optional(described(HandOver, 'To whom the open user tasks go; needed when there are some.')) },
    { additionalProperties: false },
  ),
  refuses: [...onAssignment, ...onLeaving, 'not-permitted'],
  answer: PersonView,
});

export const foreseeEnd = operation({
  id: 'foreseeEnd',
  method: 'GET',
  path: '/api/people/:person/effects',
  group: 'people',
  access: 'signed-in',
  summary: 'What taking a person off one post, or off all of them, would leave undone, and who could have it',
  params: person,
  query: Type.Object(
    {
      assignment: Type.Optional(
        described(AssignmentId, 'Id of the one assignment that would end; absent: all of them.'),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['assignment-unknown', 'not-permitted', 'person-unknown'],
  answer: Type.Object({
    asOf: Instant,
    positions: Type.Array(
      Type.Object({
        assignment: Uuid,
        position: PositionView,
        openUserTasks: Type.Integer(),
        /** The most urgent of them. */
        userTasks: Type.Array(UserTaskRow),
        /** Who else holds the position today. */
        others: Type.Array(PersonRef),
        /** Who would have the work once nobody holds the position. */
        fallback: Type.Union([PositionView, Type.Null()]),
      }),
    ),
  }),
});

export const readPersonScope = operation({
  id: 'readPersonScope',
  method: 'GET',
  path: '/api/people/:person/scope',
  group: 'people',
  access: 'signed-in',
  summary: 'What a person may see and do (管辖范围), and through which post',
  params: person,
  refuses: ['not-permitted', 'person-unknown'],
  answer: Type.Object({
    asOf: Instant,
    person: PersonRef,
    grants: Type.Array(
      Type.Object({
        area: AreaRef,
        /** Areas below it. */
        below: Type.Integer(),
        /** Title of the post held; null: administers the area. */
        postTitle: Type.Union([Type.String(), Type.Null()]),
        kind: Type.Union([Type.Enum(['formal', 'cover']), Type.Null()]),
        to: Type.Union([LeavingDate, Type.Null()]),
        permissions: Type.Array(Type.String()),
        /** Titles of categories; null: all. */
        categories: Type.Union([Type.Array(Type.String()), Type.Null()]),
      }),
    ),
  }),
});
