import { Type } from 'typebox';
import { BothLanguages, closed, ElementRef, nullable, VersionRef } from './instances.ts';
import { operation } from './operation.ts';
import { WithinArea } from './parameters.ts';
import { AreaRef, Instant } from './values.ts';

const Words = Type.Object(BothLanguages);

/** By which event of which process, as the release in force at the area has it. */
const begins = { process: ElementRef, event: ElementRef, version: VersionRef, area: AreaRef };

export const listBeginnings = operation({
  id: 'listBeginnings',
  method: 'GET',
  path: '/api/beginnings',
  group: 'operations',
  access: 'signed-in',
  summary: 'Processes that begin by themselves: at a time, or when several messages and signals have come',
  query: Type.Object({ area: WithinArea }, closed),
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    /** By time, the next one first; each at the area whose process it is. */
    starts: Type.Array(
      Type.Object({
        ...begins,
        /** Number of the part, of an event that has several. */
        part: Type.Integer(),
        rule: Words,
        /** Other parts have to come too. */
        together: Type.Boolean(),
        /**
         * `unarmed`: the program has not looked since it was published. `failing`: it could not begin and is tried again.
         * `over`: it comes no more. `unreadable`: its time cannot be told.
         */
        state: Type.Enum(['armed', 'unarmed', 'failing', 'over', 'unreadable']),
        next: nullable(Instant),
        attempts: Type.Integer(),
        /** What a machine said of it, in English. */
        lastError: nullable(Type.String()),
      }),
    ),
    /** Those that need several events to come together: what has come first, the oldest before the others. */
    gathered: Type.Array(
      Type.Object({
        ...begins,
        /** `gone`: the release in force has the event no more; what has come is kept and nothing begins by it. */
        state: Type.Enum(['waiting', 'gone']),
        /** When the first part came; null: nothing has. */
        since: nullable(Instant),
        come: Type.Array(Words),
        missing: Type.Array(Words),
      }),
    ),
  }),
});
