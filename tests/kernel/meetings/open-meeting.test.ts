import { describe, expect, it } from 'vitest';
import { meetingPositions, meetingVariables } from '../../../server/kernel/meetings/open-meeting.ts';
import { streetWith } from '../organization/organization-examples.ts';
import { monthly } from '../world/small-street.ts';

const street = streetWith();
const at = '2026-09-20T07:00:00.000Z';

describe('who takes part in a meeting', () => {
  it('is a post at the meeting’s own area', () => {
    expect(meetingPositions(street, monthly, { post: 'office', areas: 'own' })).toEqual([
      { post: 'office', area: 's' },
    ]);
  });

  it('is a post at every area below that has it', () => {
    expect(meetingPositions(street, monthly, { post: 'officer', areas: 'each' })).toEqual([
      { post: 'officer', area: 'c1' },
      { post: 'officer', area: 'c2' },
    ]);
    expect(meetingPositions(street, monthly, { post: 'guard', areas: 'each' })).toEqual([
      { post: 'guard', area: 'g3' },
    ]);
  });

  it('is nobody for a post that is not there', () => {
    expect(meetingPositions(street, monthly, { post: 'gone', areas: 'each' })).toEqual([]);
  });
});

describe('the variables of a meeting', () => {
  it('hold positions, each once, and no names', () => {
    expect(meetingVariables(street, monthly, 'm1', at)).toEqual({
      meeting: {
        id: 'm1',
        series: 'monthly',
        title: '月例会',
        area: 's',
        place: '会议室',
        startsAt: at,
        convenorPost: 'office',
        recorderPost: 'office',
        participants: [
          { post: 'office', area: 's' },
          { post: 'officer', area: 'c1' },
          { post: 'officer', area: 'c2' },
        ],
      },
    });
  });
});
