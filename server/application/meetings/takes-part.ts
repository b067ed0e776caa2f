import { meetingPositions } from '../../kernel/meetings/open-meeting.ts';
import type { MeetingFile } from '../../kernel/release/definitions.ts';
import type { Actor } from '../policy/actor.ts';
import { holds } from '../policy/policy.ts';

/**
 * Whether somebody convenes, records or attends a series of meetings: whoever is told to come may see what for, also
 * when it is held above their own area.
 */
export function takesPart(actor: Actor, frame: Parameters<typeof meetingPositions>[0], meeting: MeetingFile): boolean {
  const invited = [meeting.convenor, meeting.recorder, ...meeting.participants].flatMap((line) =>
    meetingPositions(frame, meeting, line),
  );
  return invited.some((position) => holds(actor, position));
}
