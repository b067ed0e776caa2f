import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaRef, DefinitionId, Done, Instant, Uuid } from './values.ts';

const Account = Type.String({
  minLength: 2,
  maxLength: 40,
  pattern: '^[A-Za-z0-9._-]+$',
  description: 'Name of the account to sign in with: 2 to 40 letters, digits, dots, dashes and underscores.',
  examples: ['maxiaolan'],
});
const Password = Type.String({ minLength: 12, maxLength: 200, description: 'A new password, 12 to 200 characters.' });
const Name = Type.String({
  minLength: 1,
  maxLength: 40,
  description: 'Name of the person as others read it, at most 40 characters.',
  examples: ['马晓兰'],
});

const GivenAccount = Type.String({ minLength: 1, maxLength: 80, description: 'Name of the account that signs in.' });
const GivenPassword = Type.String({ minLength: 1, maxLength: 200, description: 'Its password as it is now.' });

/** The signed-in person with what they hold and may do, or what the sign-in page has to offer. */
export const SessionView = Type.Object({
  /** Title of the installed pack and its root area, for the head of each page. */
  place: Type.Object({ title: Type.String(), area: Type.Union([AreaRef, Type.Null()]) }),
  now: Instant,
  /** True while the program runs for trial on this machine only; then demo people may sign in with one click. */
  demo: Type.Boolean(),
  /** No real account exists yet: the page to make the first administrator is open. */
  needsAdministrator: Type.Boolean(),
  demoPeople: Type.Array(
    Type.Object({
      account: Type.String(),
      name: Type.String(),
      posts: Type.String(),
      areas: Type.String(),
      note: Type.String(),
      administrator: Type.Boolean(),
    }),
  ),
  person: Type.Union([
    Type.Null(),
    Type.Object({
      id: Uuid,
      account: Type.String(),
      name: Type.String(),
      mustChangePassword: Type.Boolean(),
      posts: Type.Array(Type.Object({ post: DefinitionId, postTitle: Type.String(), area: AreaRef })),
      permissions: Type.Array(Type.String()),
      /** What the person may report, the usual kind first; absent: only the case type `event`. */
      caseTypes: Type.Optional(Type.Array(Type.Object({ id: DefinitionId, title: Type.String() }))),
      /** Areas the person may see, the widest first. */
      scope: Type.Array(AreaRef),
    }),
  ]),
});

export const readSession = operation({
  id: 'readSession',
  method: 'GET',
  path: '/api/session',
  group: 'session',
  access: 'anybody',
  summary: 'Who is signed in, and what the sign-in page offers',
  answer: SessionView,
});

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/api/session',
  group: 'session',
  access: 'anybody',
  summary: 'Signs in with account and password; locks the account for a while after repeated failures',
  body: Type.Object({ account: GivenAccount, password: GivenPassword }, { additionalProperties: false }),
  refuses: ['sign-in-failed', 'too-many-requests'],
  answer: SessionView,
});

export const signInAsDemoPerson = operation({
  id: 'signInAsDemoPerson',
  method: 'POST',
  path: '/api/session/demo',
  group: 'session',
  access: 'anybody',
  summary: 'Signs in as one of the pack’s synthetic people; only in demo mode',
  body: Type.Object({ account: GivenAccount }, { additionalProperties: false }),
  refuses: ['demo-off', 'not-reachable-here', 'person-unknown', 'too-many-requests'],
  answer: SessionView,
});

export const signOut = operation({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  group: 'session',
  access: 'signed-in',
  summary: 'Ends this session',
  answer: Done,
});

export const changePassword = operation({
  id: 'changePassword',
  method: 'POST',
  path: '/api/session/password',
  group: 'session',
  access: 'signed-in',
  summary: 'Changes the signed-in person’s own password and ends their other sessions',
  body: Type.Object({ current: GivenPassword, next: Password }, { additionalProperties: false }),
  refuses: ['password-same', 'password-wrong', 'too-many-requests'],
  answer: Done,
});

export const createFirstAdministrator = operation({
  id: 'createFirstAdministrator',
  method: 'POST',
  path: '/api/administrator',
  group: 'session',
  access: 'anybody',
  summary: 'Makes the first administrator with the one-time code printed in the terminal, and signs in',
  body: Type.Object(
    {
      code: Type.String({
        minLength: 8,
        maxLength: 12,
        description: 'The one-time code that the program printed at its latest start.',
      }),
      name: Name,
      account: Account,
      password: Password,
    },
    { additionalProperties: false },
  ),
  refuses: ['account-taken', 'setup-closed', 'setup-code-wrong', 'too-many-requests'],
  answer: SessionView,
});

export { Account, Name, Password };
