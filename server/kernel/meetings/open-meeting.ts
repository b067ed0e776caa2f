import type { Instant, JsonObject } from '../json.ts';
import { downwardsFrom } from '../organization/area-tree.ts';
import { areaHasPost, type Organization } from '../organization/holders.ts';
import type { Position } from '../bpmn/process-instance.ts';
import type { MeetingFile, MeetingPost } from '../release/definitions.ts';

/** The positions a meeting's line means: the post at the meeting's own area, or at every area below that has it. */
export function meetingPositions(
  organization: Omit<Organization, 'assignments' | 'assignmentsByPerson'>,
  meeting: MeetingFile,
  line: MeetingPost,
): readonly Position[] {
  if (line.areas === 'own') return [{ post: line.post, area: meeting.area }];
  const post = organization.posts.get(line.post);
  return downwardsFrom(organization.tree, meeting.area)
    .filter((area) => post !== undefined && areaHasPost(area, post))
    .map((area) => ({ post: line.post, area: area.code }));
}

/** The root variables of a meeting's process; `participants` are positions, who holds them is looked up when they are told. */
export function meetingVariables(
  organization: Omit<Organization, 'assignments' | 'assignmentsByPerson'>,
  meeting: MeetingFile,
  id: string,
  startsAt: Instant,
): JsonObject {
  const participants = [meeting.convenor, meeting.recorder, ...meeting.participants].flatMap((line) =>
    meetingPositions(organization, meeting, line),
  );
  const unique = new Map(
    participants.map((position) => [`${position.post}@${position.area}`, { post: position.post, area: position.area }]),
  );
  return {
    meeting: {
      id,
      series: meeting.id,
      title: meeting.title,
      area: meeting.area,
      place: meeting.place,
      startsAt,
      convenorPost: meeting.convenor.post,
      recorderPost: meeting.recorder.post,
      participants: [...unique.values()],
    },
  };
}
