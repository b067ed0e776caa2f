import { type TSchema, Type } from 'typebox';

/**
 * A schema with what it means where it stands, as the OpenAPI document says it.
 *
 * @param description one sentence: what it is, its unit, what its absence means
 */
export function described<Schema extends TSchema>(schema: Schema, description: string): Schema {
  const marks = Object.getOwnPropertyDescriptors(schema);
  // What TypeBox notes about a schema is not enumerable: a spread would lose it.
  return Object.defineProperties({}, { ...marks, description: { value: description, enumerable: true } }) as Schema;
}

export const Instant = Type.String({
  format: 'date-time',
  description: 'An instant in UTC, ISO 8601 with milliseconds.',
  examples: ['2026-11-28T07:30:00.000Z'],
});

export const LocalDate = Type.String({
  format: 'date',
  description: 'A calendar date where the area lies (Asia/Shanghai), YYYY-MM-DD.',
  examples: ['2026-11-28'],
});

/** The end of a term: the first local date on which it is over, so that its last day is the one before. */
export const LeavingDate = Type.String({
  format: 'date',
  description: 'The first day no longer held; the last day is the one before. 离岗日期：从这天起不再担任。',
  examples: ['2026-12-31'],
});

export const Uuid = Type.String({
  format: 'uuid',
  description: 'A UUID (version 7) that the program gave.',
  examples: ['019ac5a0-7c1e-7d3a-9b52-3f6f0f7a1c11'],
});

export const UserTaskId = Type.String({
  pattern: '^[0-9a-f-]{36}\\.[0-9]{1,9}$',
  description: 'Id of a user task: `<instance UUID>.<number of the element in that instance>`.',
  examples: ['019ac5a0-7c1e-7d3a-9b52-3f6f0f7a1c11.7'],
});

export const AreaCode = Type.String({
  pattern: '^[0-9A-Za-z-]{2,32}$',
  description: 'Code of an area, as `listAreas` answers it.',
  examples: ['620502005'],
});
export const DefinitionId = Type.String({
  pattern: '^[A-Za-z0-9_.-]{1,80}$',
  description: 'Id of a definition, as the pack writes it.',
});

/** Checked by the forms room, not here. */
export const FreeObject = Type.Record(Type.String(), Type.Unknown(), {
  description: 'A JSON object whose shape a definition decides.',
});

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

/** Most lines of a page that may be asked for. */
export const Limit = Type.Integer({
  minimum: 1,
  maximum: 200,
  description: 'How many lines are answered at most; absent: as many as the list shows by itself.',
  examples: [50],
});

export const Page = {
  offset: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      description: 'How many lines are passed over, counted from the first; absent: none.',
      examples: [0],
    }),
  ),
  limit: Type.Optional(Limit),
};

export const Done = Type.Object({ done: described(Type.Literal(true), 'It is done.') });
