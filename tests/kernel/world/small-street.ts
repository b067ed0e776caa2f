import { readFileSync } from 'node:fs';
import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { Instant, JsonObject } from '../../../server/kernel/json.ts';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import type { PostAssignment } from '../../../server/kernel/organization/organization.ts';
import type { CompiledRelease } from '../../../server/kernel/release/compiled-release.ts';
import type { MeetingFile } from '../../../server/kernel/release/definitions.ts';
import { createWorld, type World } from '../../../server/kernel/world/world.ts';
import { CALENDARS } from '../calendar/china-calendar.ts';
import { areas, holds, posts } from '../organization/organization-examples.ts';
import {
  bpmnFile,
  end,
  exclusive,
  otherwise,
  passing,
  processOf,
  serviceTask,
  start,
  timer,
  userTask,
} from '../bpmn/drawing.ts';

// One street, small enough to see through: a case is handled by the mediator of its grid within four hours, else the
// ladder hands it to the officer at once and to the office a day later; then it is archived. A meeting on the 20th.

const handling = processOf(
  [
    start('reported', { stage: 'report' }),
    exclusive('spot'),
    serviceTask('tell', {
      type: 'grid:notify',
      headers: { notice: 'informed' },
      inputs: { posts: '["head"]', area: 'case.area' },
    }),
    userTask('handle', {
      to: 'mediator@case.area',
      limit: 'short',
      ladder: 'overdue',
      form: 'handle',
      stage: 'handle',
      outputs: { result: 'result' },
    }),
    serviceTask('archive', { type: 'grid:archive', stage: 'archive' }),
    serviceTask('appraise', { type: 'grid:appraise', stage: 'appraise' }),
    end('closed'),
  ],
  [
    'reported -> spot',
    passing('spot -> archive', 'handle', '已当场处理', 'case.onTheSpot'),
    otherwise('spot -> tell'),
    'tell -> handle -> archive -> appraise -> closed',
  ],
  'handling',
);

const meeting = processOf(
  [
    start('called'),
    serviceTask('invite', {
      type: 'grid:notify',
      headers: { notice: 'meeting' },
      inputs: { positions: 'meeting.participants' },
    }),
    timer('begins', 'date==meeting.startsAt'),
    userTask('minutes', {
      to: '=meeting.recorderPost@meeting.area',
      form: 'minutes',
      outputs: { items: 'if items = null then [] else items' },
    }),
    serviceTask('items', {
      type: 'grid:start-action-items',
      headers: { process: 'item' },
      inputs: { items: 'items' },
    }),
    end('done'),
  ],
  ['called -> invite -> begins -> minutes -> items -> done'],
  'meeting',
);

const item = processOf(
  [start(), userTask('do', { to: '=item.post@item.area', limit: '=item.limit', form: 'item' }), end()],
  ['begin -> do -> end'],
  'item',
);

const escalation = readFileSync(
  new URL('../../../definitions/base/processes/escalation.bpmn', import.meta.url),
  'utf8',
);

const text = (title: string): JsonObject => ({ type: 'string', title });
const form = (id: string, properties: JsonObject, required: readonly string[] = []) => ({
  id,
  title: id,
  schema: { type: 'object', properties, required },
  ui: {},
  rules: [],
  rights: {},
});

const result = {
  ...text('结果'),
  oneOf: [
    { const: 'solved', title: '已解决' },
    { const: 'unable', title: '办不了' },
  ],
};
const category = {
  ...text('类别'),
  oneOf: [
    { const: 'lamp', title: '路灯' },
    { const: 'road', title: '路面' },
  ],
};
const rows = { title: text('事项'), post: text('岗位'), area: text('区域'), limit: text('时限') };
const forms = [
  form(
    'report',
    {
      category,
      description: text('情况'),
      place: text('地点'),
      onTheSpot: { type: 'boolean', title: '已当场处理' },
      wantsAnswer: { type: 'boolean', title: '要答复' },
      phone: { ...text('电话'), 'x-pii': 'personal' },
    },
    ['category', 'description'],
  ),
  form('handle', { result, note: text('说明') }, ['result']),
  form('minutes', { items: { type: 'array', title: '议定事项', items: { type: 'object', properties: rows } } }),
  form('item', { done: text('情况') }),
];

/** Monthly on the 20th at 15:00, told three working days before. */
export const monthly: MeetingFile = {
  id: 'monthly',
  title: '月例会',
  area: 's',
  rule: { every: 'month', day: 20, time: '15:00' },
  durationMinutes: 90,
  place: '会议室',
  calendar: 'china',
  ifDayOff: 'next-working-day',
  noticeDaysBefore: 3,
  process: 'meeting',
  convenor: { post: 'office', areas: 'own' },
  recorder: { post: 'office', areas: 'own' },
  participants: [{ post: 'officer', areas: 'each' }],
};

const { processes, faults } = await compileBpmn(bpmnFile(handling + meeting + item));
const ladder = await compileBpmn(escalation);
if (faults.length + ladder.faults.length > 0) throw new Error(JSON.stringify([faults, ladder.faults]));

/** What the small street runs on. */
export const release: CompiledRelease = {
  hash: '0'.repeat(64),
  manifest: { format: 1, pack: 'small', version: '1.0.0', packs: [], definitions: [] },
  title: '小街道',
  processes: new Map([...processes, ...ladder.processes].map((executable) => [executable.id, { executable, xml: '' }])),
  decisions: new Map(),
  pluginJobs: new Map(),
  forms: new Map(forms.map((one) => [one.id, one])),
  limits: new Map([
    ['short', { id: 'short', title: '四小时', amount: 4, unit: 'hours', yellow: { amount: 1, unit: 'hours' } }],
    ['pause', { id: 'pause', title: '一天', amount: 1, unit: 'days' }],
  ]),
  calendars: CALENDARS,
  ladders: new Map([
    [
      'overdue',
      {
        id: 'overdue',
        title: '逐级上报',
        rungs: [
          { title: '一级', to: 'officer', told: ['head'], notice: 'late' },
          { title: '二级', after: 'pause', to: 'office', told: ['officer'], notice: 'late' },
        ],
      },
    ],
  ]),
  meetings: new Map([['monthly', monthly]]),
  ledgers: new Map(),
  notices: new Map([
    ['informed', { id: 'informed', title: '有新事件：{title}', text: '{to}：{area}{place}，{category}。' }],
    [
      'late',
      {
        id: 'late',
        title: '超期：{title}',
        text: '{to}：「{step}」应于 {due} 办结，{holder} 未办，{rung}交 {handedTo}。',
      },
    ],
    ['meeting', { id: 'meeting', title: '会议通知：{title}', text: '{to}：{startsAt} 在 {place}，{convenor} 召集。' }],
  ]),
  caseTypes: new Map([
    [
      'event',
      {
        id: 'event',
        title: '事件',
        process: 'handling',
        reportForm: 'report',
        routing: '',
        numbering: { pattern: 'XJ-{yyyy}-{counter:4}', street: 'XJ', per: ['year'] },
        stages: [
          { id: 'report', title: '上报' },
          { id: 'handle', title: '处理' },
          { id: 'archive', title: '归档' },
          { id: 'appraise', title: '考核' },
        ],
        categories: [
          { id: 'lamp', title: '路灯' },
          { id: 'road', title: '路面' },
        ],
        channels: [],
      },
    ],
  ]),
  areas,
  areaChanges: [],
  posts,
  roles: new Map(),
  english: { 处理: 'Handling', 已当场处理: 'Settled on the spot', 上报: 'Report', 会议通知: 'Notice' },
  sources: [],
  assumed: [],
};

export const people = [
  { id: 'ma', name: '马小兰' },
  { id: 'sun', name: '孙立新' },
  { id: 'chen', name: '陈晓明' },
  { id: 'li', name: '李建国' },
];

/** Who holds what: mediator and head of the first grid, the officer above it, the office of the street. */
export const assignments: readonly PostAssignment[] = [
  holds('ma', 'mediator', 'g1'),
  holds('sun', 'head', 'g1'),
  holds('chen', 'officer', 'c1'),
  holds('li', 'office', 's'),
];

/** The street on Thursday, 10 September 2026 at 09:00, or at another time, with these people on its posts. */
export function smallStreet(
  on: readonly PostAssignment[] = assignments,
  now: Instant = instantOfLocal('2026-09-10 09:00'),
  changed: Partial<CompiledRelease> = {},
): World {
  const given = { ...release, ...changed };
  return createWorld({ release: given, people, assignments: on, now, validatorFor: serverValidatorFor });
}
