import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaRef, Instant, LocalDate } from './values.ts';

/** Fractions are exact; the studio shows one decimal, rounded half up. */
const Share = Type.Object({ numerator: Type.Integer(), denominator: Type.Integer() });

export const readOverview = operation({
  id: 'readOverview',
  method: 'GET',
  path: '/api/overview',
  group: 'overview',
  access: 'signed-in',
  summary: 'First page of the back office: what is open, yellow, red and closed in the caller’s areas, and vacancies',
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    mine: Type.Integer(),
    open: Type.Integer(),
    yellow: Type.Integer(),
    red: Type.Integer(),
    closed: Type.Integer(),
    closedOf: Share,
    vacant: Type.Integer(),
    /** Open user tasks at positions that nobody holds. */
    unheld: Type.Integer(),
    incidents: Type.Integer(),
    byCommunity: Type.Array(
      Type.Object({
        area: AreaRef,
        open: Type.Integer(),
        red: Type.Integer(),
        closed: Type.Integer(),
        until: Type.Union([LocalDate, Type.Null()]),
      }),
    ),
  }),
});

export const readHealth = operation({
  id: 'readHealth',
  method: 'GET',
  path: '/healthz',
  group: 'overview',
  access: 'anybody',
  summary: 'Answers once the program can serve requests',
  answer: Type.Object({ status: Type.Literal('ok'), version: Type.String() }),
});

export const readPhoneDoor = operation({
  id: 'readPhoneDoor',
  method: 'GET',
  path: '/api/phone-door',
  group: 'overview',
  access: 'signed-in',
  summary: 'The address of the phone door and its QR code; without a network address only this machine can open it',
  answer: Type.Object({ url: Type.String(), reachable: Type.Boolean(), qr: Type.Array(Type.String()) }),
});

export const readAssumptions = operation({
  id: 'readAssumptions',
  method: 'GET',
  path: '/api/assumptions',
  group: 'overview',
  access: 'signed-in',
  summary: 'Values of the installed packs that no source prints (假定值), and where each definition comes from',
  answer: Type.Object({
    packs: Type.Array(
      Type.Object({
        id: Type.String(),
        version: Type.String(),
        title: Type.String(),
        assumed: Type.Array(Type.Object({ definition: Type.String(), what: Type.String(), reason: Type.String() })),
        sources: Type.Array(
          Type.Object({ definition: Type.String(), document: Type.String(), passage: Type.String() }),
        ),
      }),
    ),
  }),
});
