import { carryOut } from '../../application/carry-out.ts';
import { callMeeting } from '../../application/meetings/call-meeting.ts';
import { listMeetings } from '../../application/meetings/list-meetings.ts';
import { readMeeting } from '../../application/meetings/read-meeting.ts';
import * as contract from '../contract/meetings.ts';
import { type Door, route } from '../route.ts';

/** Meeting series and the meetings that were called. */
export function meetingRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listMeetings, ({ actor }) => context.database.read((tx) => listMeetings(context, tx, actor)));
  route(door, contract.readMeeting, ({ actor, params }) =>
    context.database.read((tx) => readMeeting(context, tx, actor, params.meeting)),
  );
  route(door, contract.callMeeting, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => ({
      id: await callMeeting(context, tx, asker, params.series, body.at),
    })),
  );
}
