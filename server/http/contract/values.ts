import { Type } from 'typebox';

/** An instant in UTC, ISO-8601 with milliseconds. */
export const Instant = Type.String({ format: 'date-time' });

/** A local calendar date, `YYYY-MM-DD`. */
export const LocalDate = Type.String({ format: 'date' });

/** The end of a term: the first local date on which it is over, so that its last day is the one before. */
export const LeavingDate = Type.String({
  format: 'date',
  description: 'The first day no longer held; the last day is the one before. 离岗日期：从这天起不再担任。',
});

export const Uuid = Type.String({ format: 'uuid' });

/** `<instance uuid>.<element instance>`: the user task with that number in that process instance. */
export const UserTaskId = Type.String({ pattern: '^[0-9a-f-]{36}\\.[0-9]{1,9}$' });

export const AreaCode = Type.String({ pattern: '^[0-9A-Za-z-]{2,32}$' });
export const DefinitionId = Type.String({ pattern: '^[A-Za-z0-9_.-]{1,80}$' });

/** A JSON object whose shape a definition decides (form data, schemas); checked by the forms room, not here. */
export const FreeObject = Type.Record(Type.String(), Type.Unknown());

export const AreaRef = Type.Object({ code: AreaCode, name: Type.String() });
export const PersonRef = Type.Object({ id: Uuid, name: Type.String() });

/** A post at an area, with the people who hold it now (none: it is vacant). */
export const PositionView = Type.Object({
  post: DefinitionId,
  postTitle: Type.String(),
  area: AreaRef,
  holders: Type.Array(PersonRef),
});

export const TimeUnit = Type.Enum(['workingDays', 'workingHours', 'days', 'hours', 'minutes']);

/** How a limit stands: the light, and what is left (`green`, `yellow`) or over (`red`); it has no due time while `paused`. */
export const LightView = Type.Object({
  light: Type.Enum(['green', 'yellow', 'red', 'paused']),
  amount: Type.Integer({ minimum: 0 }),
  unit: TimeUnit,
  dueAt: Type.Union([Instant, Type.Null()]),
});

/** What a clock is for: 签收, 首次响应, 办理, 核查, 回访. */
export const ClockStage = Type.Enum(['sign-for', 'first-response', 'handle', 'verify', 'revisit']);

/** One clock of a user task in a list. */
export const StageLight = Type.Object({ stage: ClockStage, light: LightView });

export const Page = {
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};

export const Done = Type.Object({ done: Type.Literal(true) });
