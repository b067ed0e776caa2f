/** What a process is for; it decides which variables it begins with. */
export type ProcessPart = 'case' | 'meeting' | 'action-item' | 'ladder';

/**
 * The variables a process begins with, by what it is for: only what routing needs, never what a person typed about
 * somebody. `type` is the JSON type; a definition that reads anything else is reported by `validate`.
 */
export const rootVariables: {
  readonly [part in ProcessPart]: { readonly [variable: string]: { readonly [field: string]: string } };
} = {
  case: {
    case: {
      id: 'string',
      type: 'string',
      area: 'string',
      category: 'string',
      channel: 'string',
      onTheSpot: 'boolean',
      wantsAnswer: 'boolean',
      reporterPost: 'string',
    },
  },
  meeting: {
    meeting: {
      id: 'string',
      series: 'string',
      title: 'string',
      area: 'string',
      place: 'string',
      startsAt: 'string',
      convenorPost: 'string',
      recorderPost: 'string',
      participants: 'array',
    },
  },
  'action-item': {
    item: { id: 'string', title: 'string', post: 'string', area: 'string', limit: 'string', meeting: 'string' },
  },
  ladder: {
    ladder: { id: 'string', instance: 'string', userTask: 'number', area: 'string', dueAt: 'string' },
  },
};

/** A job the program itself can do (`zeebe:taskDefinition/@type`). */
export interface BuiltInJob {
  readonly parts: readonly ProcessPart[];
  readonly headers: readonly string[];
  /** Local variables it reads, made by input mappings. */
  readonly inputs: readonly string[];
  /** Variables it sets, and their fields. */
  readonly outputs: { readonly [variable: string]: { readonly [field: string]: string } };
}

/** `early`: it was not due yet when its time came, because a calendar was taken over that counts otherwise. */
const rungFields = {
  index: 'number',
  title: 'string',
  dueAt: 'string',
  to: 'string',
  told: 'array',
  notice: 'string',
  early: 'boolean',
};

/**
 * The built-in jobs. `grid:notify` tells the holders of `posts` placed at `area` (nearest ancestor that has the post),
 * or of `positions` ({post, area}), with the notice named in its header. `grid:ladder-next` answers the next rung that
 * may come due, or null; `grid:ladder-climb` does what the rung says. `grid:start-action-items` starts the process in
 * its header once for each of `items` ({title, post, area, limit}).
 */
export const builtInJobs: { readonly [type: string]: BuiltInJob } = {
  'grid:notify': {
    parts: ['case', 'meeting', 'action-item'],
    headers: ['notice'],
    inputs: ['posts', 'area', 'positions'],
    outputs: {},
  },
  'grid:archive': { parts: ['case'], headers: [], inputs: [], outputs: {} },
  'grid:appraise': { parts: ['case'], headers: [], inputs: [], outputs: {} },
  'grid:start-action-items': { parts: ['meeting'], headers: ['process'], inputs: ['items'], outputs: {} },
  'grid:ladder-next': {
    parts: ['ladder'],
    headers: [],
    inputs: [],
    outputs: { rung: rungFields },
  },
  'grid:ladder-climb': { parts: ['ladder'], headers: [], inputs: [], outputs: { rung: rungFields } },
};

/** The process of the base pack that walks a ladder beside an overdue user task. */
export const ladderProcess = 'escalation';

/**
 * What a notice may say, by where it is sent from. Every text may use `{to}` (who is told) and `{at}` (when).
 */
export const noticePlaceholders: { readonly [part in ProcessPart]: readonly string[] } = {
  case: ['to', 'at', 'number', 'title', 'category', 'place', 'area', 'stage', 'holder', 'post'],
  meeting: ['to', 'at', 'title', 'place', 'area', 'startsAt', 'convenor', 'recorder'],
  'action-item': ['to', 'at', 'title', 'area'],
  ladder: [
    'to',
    'at',
    'number',
    'title',
    'category',
    'place',
    'area',
    'stage',
    'step',
    'holder',
    'post',
    'due',
    'rung',
    'handedTo',
  ],
};
