import { describe, expect, it } from 'vitest';
import type {
  AreasFile,
  LadderFile,
  LimitsFile,
  MeetingFile,
  PostsFile,
} from '../../server/kernel/release/definitions.ts';
import type { DemoPeopleFile } from '../../server/kernel/release/demo.ts';
import { inFile, toldOf, type Open, type Plant } from './planted-pack.ts';

const posts =
  (change: (post: Open<PostsFile['posts'][number]>) => void, id: string): Plant =>
  (planting) =>
    planting.json<Open<PostsFile>>('posts.json', (file) => change(found(file.posts, (post) => post.id === id)));
const areas =
  (change: (area: Open<AreasFile['areas'][number]>) => void, code: string): Plant =>
  (planting) =>
    planting.json<Open<AreasFile>>('areas.json', (file) => change(found(file.areas, (area) => area.code === code)));
const limits =
  (change: (limit: Open<LimitsFile['limits'][number]>) => void, id: string): Plant =>
  (planting) =>
    planting.json<Open<LimitsFile>>('limits.json', (file) => change(found(file.limits, (limit) => limit.id === id)));
const ladder =
  (change: (ladder: Open<LadderFile>) => void): Plant =>
  (planting) =>
    planting.json('ladders/case-overdue.json', change);
const meeting =
  (change: (meeting: Open<MeetingFile>) => void): Plant =>
  (planting) =>
    planting.json('meetings/dispute-coordination.json', change);
const people =
  (change: (people: Open<DemoPeopleFile>['people']) => void): Plant =>
  (planting) =>
    planting.json<Open<DemoPeopleFile>>('demo/people.json', (file) => change(file.people));

function found<Item>(items: readonly Item[], wanted: (item: Item) => boolean): Item {
  const item = items.find(wanted);
  if (!item) throw new Error('there is nothing to plant the fault into');
  return item;
}

const ends = '2027-01-01';
const change =
  (one: object): Plant =>
  (planting) =>
    planting.json<Open<AreasFile>>('areas.json', (file) => {
      found(file.areas, (area) => area.code === '620502005001001').to = ends;
      file.areas.push({
        code: '620502005001901',
        name: '新网格',
        type: 'grid',
        kind: 'lane',
        parent: '620502005001',
        from: ends,
      });
      const base = { on: ends, kind: 'merge', from: ['620502005001001', '620502005001002'], to: ['620502005001901'] };
      found(file.areas, (area) => area.code === '620502005001002').to = ends;
      file.changes = [{ ...base, ...one } as Open<NonNullable<AreasFile['changes']>[number]>];
    });

/** Changes of areas that cannot be carried out. */
const changed: [string, Plant, string][] = [
  [
    'a change to an area there is not',
    change({ to: ['620502005001999'] }),
    'area-change-unknown areas.json#/changes/0/to/0',
  ],
  ['a merge of one', change({ from: ['620502005001001'] }), 'area-change-numbers areas.json#/changes/0/to'],
  ['a change across levels', change({ to: ['620502005002'] }), 'area-change-level areas.json#/changes/0/to'],
  [
    'a change on another day than its areas end',
    change({ on: '2027-02-01' }),
    'area-change-dates areas.json#/changes/0/from',
  ],
  [
    'open work that goes to an area the change does not make',
    change({ openWork: { rule: 'follow', to: '620502005001003' } }),
    'area-change-open-work areas.json#/changes/0/openWork/to',
  ],
  [
    'an area that two changes end',
    (planting) => {
      change({})(planting);
      planting.json<Open<AreasFile>>('areas.json', (file) => {
        file.changes = [...(file.changes ?? []), ...(file.changes ?? [])];
      });
    },
    'area-change-twice areas.json#/changes/1/from',
  ],
];

describe('a pack whose areas are wrong', () => {
  it.each<[string, Plant, string]>([
    [
      'a code off its pattern',
      areas((area) => {
        area.code = '62050200500100X';
      }, '620502005001001'),
      'area-code-pattern areas.json#/areas/8/code',
    ],
    [
      'a code that does not begin with its parent’s',
      areas((area) => {
        area.code = '620502006001';
      }, '620502005001'),
      'area-code-prefix areas.json#/areas/2/code',
    ],
    [
      'an area without parent',
      areas((area) => {
        area.parent = null;
      }, '620502005001'),
      'area-without-parent areas.json#/areas/2/parent',
    ],
    [
      'a parent that does not exist',
      areas((area) => {
        area.parent = '620502999';
      }, '620502005001'),
      'area-without-parent areas.json#/areas/2/parent',
    ],
    [
      'a grid that hangs below the street',
      areas((area) => {
        area.parent = '620502005';
      }, '620502005001001'),
      'grid-without-community areas.json#/areas/8/parent',
    ],
    [
      'a community that hangs below the county',
      areas((area) => {
        area.parent = '620502';
      }, '620502005001'),
      'area-parent-level areas.json#/areas/2/parent',
    ],
    [
      'an area whose last day comes before its first',
      areas((area) => {
        area.from = '2027-02-01';
        area.to = '2027-01-01';
      }, '620502005001001'),
      'area-dates-reversed areas.json#/areas/8/to',
    ],
    [
      'an area that is there when its parent is no more',
      areas((area) => {
        area.to = '2027-01-01';
      }, '620502005001'),
      'area-outlives-parent areas.json#/areas/8/parent',
    ],
    ...changed,
    [
      'an area above itself',
      areas((area) => {
        area.parent = '620502005001';
      }, '620502005'),
      'area-cycle areas.json#/areas/1/parent',
    ],
    [
      'a code used twice',
      areas((area) => {
        area.code = '620502005001002';
      }, '620502005001001'),
      'id-duplicate areas.json#/areas/9/code',
    ],
    [
      'a name used twice',
      areas((area) => {
        area.name = '西关 02 网格';
      }, '620502005001001'),
      'area-name-twice areas.json#/areas/9/name',
    ],
    [
      'a grid of no kind',
      areas((area) => {
        delete area.kind;
      }, '620502005001001'),
      'shape-key-missing areas.json#/areas/8/kind',
    ],
    [
      'a pattern that is none',
      inFile('areas.json', '^[0-9]{6}$', '^[0-9'),
      'area-pattern-wrong areas.json#/codePatterns/county',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});

describe('a pack whose posts are wrong', () => {
  it.each<[string, Plant, string]>([
    [
      'nobody can hold it',
      posts((post) => {
        post.areaType = 'street';
        post.areaKinds = ['unit'];
      }, 'unit-guard'),
      'post-nobody-can-hold posts.json#/posts/7/areaKinds',
    ],
    [
      'it falls back to an unknown post',
      posts((post) => {
        post.fallback = 'nobody';
      }, 'mediator'),
      'post-unknown posts.json#/posts/5/fallback',
    ],
    [
      'its fallback leads down',
      posts((post) => {
        post.fallback = 'grid-manager';
      }, 'community-officer'),
      'post-fallback-down posts.json#/posts/10/fallback',
    ],
    [
      'fallbacks run in a circle',
      posts((post) => {
        post.fallback = 'grid-manager';
      }, 'grid-head'),
      'post-fallback-cycle posts.json#/posts/0/fallback',
    ],
    [
      'fallbacks end below the street',
      posts((post) => {
        delete post.fallback;
      }, 'community-secretary'),
      'post-fallback-end posts.json#/posts/1/fallback',
    ],
    [
      'it needs more people than it may have',
      posts((post) => {
        post.min = 9;
      }, 'mediator'),
      'post-count posts.json#/posts/5/min',
    ],
    [
      'it is required of nobody',
      posts((post) => {
        post.min = 0;
      }, 'mediator'),
      'post-count posts.json#/posts/5/min',
    ],
    [
      'it has numbers for a kind it does not stand in',
      posts((post) => {
        post.byKind = [{ areaKind: 'courtyard', required: false, min: 0, max: 2 }];
      }, 'unit-guard'),
      'post-kind-misplaced posts.json#/posts/7/byKind/0/areaKind',
    ],
    [
      'it has numbers for a kind twice',
      posts((post) => {
        const lane = { areaKind: 'lane', required: true, min: 1, max: 2 } as const;
        post.byKind = [lane, lane];
      }, 'mediator'),
      'post-kind-misplaced posts.json#/posts/5/byKind/1/areaKind',
    ],
    [
      'it needs more people than it may have in areas of a kind',
      posts((post) => {
        post.byKind = [{ areaKind: 'lane', required: true, min: 3, max: 2 }];
      }, 'mediator'),
      'post-count posts.json#/posts/5/byKind/0/min',
    ],
    [
      'it is for a category that no case type has',
      posts((post) => {
        post.categories = ['dispute', 'comets'];
      }, 'mediator'),
      'post-category-unknown posts.json#/posts/5/categories/1',
    ],
    [
      'its role does not exist',
      posts((post) => {
        post.roles = ['emperor'];
      }, 'mediator'),
      'role-unknown posts.json#/posts/5/roles/0',
    ],
    [
      'its id is used twice',
      posts((post) => {
        post.id = 'grid-head';
      }, 'mediator'),
      'id-duplicate posts.json#/posts/5/id',
    ],
    [
      'its title is used twice',
      posts((post) => {
        post.title = '网格长';
      }, 'mediator'),
      'post-title-twice posts.json#/posts/5/title',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});

describe('a pack whose times are wrong', () => {
  it.each<[string, Plant, string]>([
    [
      'a limit without calendar',
      limits((limit) => {
        delete limit.calendar;
      }, 'assign'),
      'limit-without-calendar limits.json#/limits/0/calendar',
    ],
    [
      'a limit of an unknown calendar',
      limits((limit) => {
        limit.calendar = 'mars';
      }, 'assign'),
      'calendar-unknown limits.json#/limits/0/calendar',
    ],
    [
      'an extension nobody can grant',
      limits((limit) => {
        limit.extensions = [{ by: 'nobody', most: { amount: 1, unit: 'workingDays' } }];
      }, 'assign'),
      'post-unknown limits.json#/limits/0/extensions/0/by',
    ],
    [
      'an extension in working days of a limit in natural time',
      limits((limit) => {
        delete limit.calendar;
        Object.assign(limit, { unit: 'hours', yellow: { share: 0.5 } });
        limit.extensions = [{ by: 'grid-head', most: { amount: 1, unit: 'workingDays' } }];
      }, 'assign'),
      'limit-without-calendar limits.json#/limits/0/extensions/0/most/unit',
    ],
    [
      'a pause nobody can decide on',
      limits((limit) => {
        limit.pause = { by: 'nobody' };
      }, 'assign'),
      'post-unknown limits.json#/limits/0/pause/by',
    ],
    [
      'a pause of no time',
      limits((limit) => {
        limit.pause = { by: 'grid-head', longestDays: 0 };
      }, 'assign'),
      'shape-value limits.json#/limits/0/pause/longestDays',
    ],
    [
      'a limit that is yellow from the start',
      limits((limit) => {
        limit.yellow = { amount: 9, unit: 'workingHours' };
      }, 'assign'),
      'limit-always-yellow limits.json#/limits/0/yellow',
    ],
    [
      'a limit of no time',
      limits((limit) => {
        limit.amount = 0;
      }, 'assign'),
      'shape-value limits.json#/limits/0/amount',
    ],
    [
      'a limit in unknown units',
      limits((limit) => {
        Object.assign(limit, { unit: 'fortnights' });
      }, 'assign'),
      'shape-value limits.json#/limits/0/unit',
    ],
    [
      'a make-up day that is worked anyway',
      inFile('../base/calendars/china.json', '"2026-10-10"', '"2026-10-12"'),
      'calendar-make-up ../base/calendars/china.json#/years/2026/makeUpDays/2026-10-12',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});

describe('a pack whose ladder is wrong', () => {
  const rung = (change: (rung: Open<LadderFile['rungs'][number]>) => void, index: number): Plant =>
    ladder((file) => change(found(file.rungs, (one) => file.rungs.indexOf(one) === index)));

  it.each<[string, Plant, string]>([
    [
      'it hands up to an unknown post',
      rung((one) => {
        one.to = 'nobody';
      }, 0),
      'post-unknown ladders/case-overdue.json#/rungs/0/to',
    ],
    [
      'it tells an unknown post',
      rung((one) => {
        one.told.push('nobody');
      }, 0),
      'post-unknown ladders/case-overdue.json#/rungs/0/told/1',
    ],
    [
      'its notice does not exist',
      rung((one) => {
        one.notice = 'shout';
      }, 0),
      'notice-unknown ladders/case-overdue.json#/rungs/0/notice',
    ],
    [
      'its limit does not exist',
      rung((one) => {
        one.after = 'someday';
      }, 1),
      'limit-unknown ladders/case-overdue.json#/rungs/1/after',
    ],
    [
      'a rung does nothing',
      rung((one) => {
        delete one.to;
        one.told = [];
      }, 0),
      'ladder-rung-idle ladders/case-overdue.json#/rungs/0',
    ],
    [
      'a rung leads down',
      rung((one) => {
        one.to = 'grid-head';
      }, 1),
      'ladder-leads-down ladders/case-overdue.json#/rungs/1/to',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});

describe('a pack whose meeting is wrong', () => {
  const file = 'meetings/dispute-coordination.json';

  it.each<[string, Plant, string]>([
    [
      'its area does not exist',
      meeting((series) => {
        series.area = '620502999';
      }),
      `area-unknown ${file}#/area`,
    ],
    [
      'its calendar does not exist',
      meeting((series) => {
        series.calendar = 'mars';
      }),
      `calendar-unknown ${file}#/calendar`,
    ],
    [
      'its process does not exist',
      meeting((series) => {
        series.process = 'party';
      }),
      `process-unknown ${file}#/process`,
    ],
    [
      'an unknown post is invited',
      meeting((series) => {
        found(series.participants, () => true).post = 'nobody';
      }),
      `post-unknown ${file}#/participants/0/post`,
    ],
    [
      'a post is invited where it is not',
      meeting((series) => {
        series.recorder = { post: 'grid-head', areas: 'own' };
      }),
      `meeting-post-elsewhere ${file}#/recorder/areas`,
    ],
    [
      'nobody in particular records',
      meeting((series) => {
        series.recorder = { post: 'community-officer', areas: 'each' };
      }),
      `meeting-post-elsewhere ${file}#/recorder/areas`,
    ],
    [
      'its rule gives no day',
      meeting((series) => {
        series.rule = { every: 'month', day: 42, time: '15:00' };
      }),
      `shape-value ${file}#/rule/day`,
    ],
    [
      'its rule gives no time',
      meeting((series) => {
        series.rule = { every: 'month', day: 20, time: '25:00' };
      }),
      `shape-value ${file}#/rule/time`,
    ],
    [
      'its rule is of an unknown sort',
      meeting((series) => {
        Object.assign(series, { rule: { every: 'moon', time: '15:00' } });
      }),
      `shape-value ${file}#/rule/every`,
    ],
    [
      'its day is not in every month',
      meeting((series) => {
        series.rule = { every: 'month', day: 31, time: '15:00' };
      }),
      `meeting-day-short-month ${file}#/rule/day`,
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});

describe('a pack whose demo people are wrong', () => {
  it.each<[string, Plant, string]>([
    [
      'an account is used twice',
      people((all) => {
        found(all, (person) => person.account === 'sunlixin').account = 'maxiaolan';
      }),
      'person-twice demo/people.json#/people/1/account',
    ],
    [
      'two people have one name',
      people((all) => {
        found(all, (person) => person.account === 'sunlixin').name = '马小兰';
      }),
      'person-name-twice demo/people.json#/people/1/name',
    ],
    [
      'somebody holds an unknown post',
      people((all) => {
        found(all[0]?.posts ?? [], () => true).post = 'nobody';
      }),
      'post-unknown demo/people.json#/people/0/posts/0/post',
    ],
    [
      'somebody works in an unknown area',
      people((all) => {
        found(all[0]?.posts ?? [], () => true).area = '6205029';
      }),
      'area-unknown demo/people.json#/people/0/posts/0/area',
    ],
    [
      'somebody holds a post where it is not',
      people((all) => {
        found(all[0]?.posts ?? [], () => true).area = '620502005';
      }),
      'post-not-at-area demo/people.json#/people/0/posts/0/area',
    ],
    [
      'a post has more people than it may',
      people((all) => {
        all[0]?.posts.push({ post: 'grid-head', area: '620502005001001' });
      }),
      'post-crowded demo/people.json#/people/1/posts/0',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});
