import { Type } from 'typebox';
import { operation } from './operation.ts';
import { MeetingId, ReasonText, SeriesId } from './parameters.ts';
import { AreaRef, DefinitionId, described, Instant, LocalDate, PositionView, UserTaskId, Uuid } from './values.ts';

const Occurrence = Type.Object({
  id: Uuid,
  series: DefinitionId,
  title: Type.String(),
  at: Instant,
  place: Type.String(),
  adHoc: Type.Boolean(),
  state: Type.Enum(['noticed', 'minutes-due', 'held']),
  convenor: PositionView,
  recorder: PositionView,
  participants: Type.Array(PositionView),
  minutes: Type.Array(Type.Object({ title: Type.String(), text: Type.String() })),
  actionItems: Type.Array(
    Type.Object({
      userTask: Type.Union([UserTaskId, Type.Null()]),
      title: Type.String(),
      position: PositionView,
      state: Type.Enum(['open', 'completed', 'cancelled']),
      dueAt: Type.Union([Instant, Type.Null()]),
    }),
  ),
  minutesUserTask: Type.Union([UserTaskId, Type.Null()]),
});

export const listMeetings = operation({
  id: 'listMeetings',
  method: 'GET',
  path: '/api/meetings',
  group: 'meetings',
  access: 'signed-in',
  summary: 'Meeting series with their next five dates, and the meetings that were called',
  refuses: ['not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    series: Type.Array(
      Type.Object({
        id: DefinitionId,
        title: Type.String(),
        area: AreaRef,
        rule: Type.Object({ zh: Type.String(), en: Type.String() }),
        place: Type.String(),
        assumed: Type.Boolean(),
        convenor: PositionView,
        recorder: PositionView,
        participants: Type.Array(PositionView),
        next: Type.Array(
          Type.Object({
            date: LocalDate,
            at: Instant,
            noticeAt: Instant,
            moved: Type.Union([
              Type.Null(),
              Type.Object({ from: LocalDate, why: Type.Union([Type.String(), Type.Null()]) }),
            ]),
            provisional: Type.Boolean(),
          }),
        ),
        mayCall: Type.Boolean(),
      }),
    ),
    occurrences: Type.Array(Occurrence),
  }),
});

export const readMeeting = operation({
  id: 'readMeeting',
  method: 'GET',
  path: '/api/meetings/:meeting',
  group: 'meetings',
  access: 'signed-in',
  summary: 'One meeting with its minutes and action items',
  params: Type.Object({ meeting: MeetingId }),
  refuses: ['meeting-unknown'],
  answer: Occurrence,
});

export const callMeeting = operation({
  id: 'callMeeting',
  method: 'POST',
  path: '/api/meeting-series/:series/occurrences',
  group: 'meetings',
  access: 'signed-in',
  idempotent: true,
  summary: 'Calls an additional meeting of a series at a given time (临时加开)',
  params: Type.Object({ series: SeriesId }),
  body: Type.Object(
    { at: described(Instant, 'When it begins; in the future.'), reason: ReasonText(2, 200) },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'meeting-in-the-past', 'meeting-unknown', 'not-permitted'],
  answer: Type.Object({ id: Uuid }),
});
