import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import type { CaseRows } from '../../database/case-copies.ts';
import { historyBucket } from '../process-instances/history-bucket.ts';
import { uuidv7 } from '../uuid.ts';

/** How a copy differs from the case it is made from. */
export interface CopyOf {
  /** Areas and people of the copy by those of the case. */
  readonly exchanged: ReadonlyMap<string, string>;
  /** Pieces of what people read: number, place, names of areas and people. */
  readonly words: ReadonlyMap<string, string>;
  readonly number: string;
  readonly place: string;
  /** Milliseconds by which everything happened earlier: whole weeks, so that nobody worked on other days or hours. */
  readonly earlierMs: number;
}

/**
 * A case as it would have been in another grid some weeks before: every row of it with its own ids, its own times, and
 * the people who hold the same posts there. Nothing is made up: the rows are those the application wrote for a case.
 */
export function copyCase(rows: CaseRows, copy: CopyOf): CaseRows {
  const ids = new Map<string, string>(copy.exchanged);
  for (const table of ['case_record', 'process_instance', 'submission', 'personal_value', 'notification'] as const)
    for (const row of rows[table]) ids.set(textIn(row['id']), uuidv7());
  const moved = (value: Json): Json => {
    if (typeof value === 'string') return ids.get(value) ?? earlier(value, copy.earlierMs);
    if (isJsonArray(value)) return value.map(moved);
    return isJsonObject(value) ? movedObject(value) : value;
  };
  const movedObject = (row: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, moved(value)]));
  const buckets = new Map(
    rows.process_instance.map((row) => {
      const subject = textIn(row['subject_kind']);
      return [textIn(row['id']), historyBucket(subject, textIn(moved(row['created_at'] ?? '')))] as const;
    }),
  );
  const said = exchangeWords(copy.words);
  const searched = exchangeWords(new Map([...copy.words].map(([from, to]) => [from.toLowerCase(), to.toLowerCase()])));
  const all = (table: keyof CaseRows, also: (row: JsonObject) => JsonObject = () => ({})): readonly JsonObject[] =>
    rows[table].map((row) => ({ ...movedObject(row), ...also(row) }));
  return {
    case_record: all('case_record', (row) => ({
      number: copy.number,
      place: copy.place,
      search: searched(textIn(row['search'])),
    })),
    process_instance: all('process_instance', (row) => ({ bucket: buckets.get(textIn(row['id'])) ?? null })),
    history_step: all('history_step', (row) => ({ bucket: buckets.get(textIn(row['instance_id'])) ?? null })),
    submission: all('submission', (row) =>
      placeIn(row) === null ? {} : { data: withPlace(moved(row['data'] ?? {}), copy.place) },
    ),
    notification: all('notification', (row) => ({
      title: said(textIn(row['title'])),
      text: said(textIn(row['text'])),
    })),
    user_task: all('user_task'),
    personal_value: all('personal_value'),
    process_scope: all('process_scope'),
    timer: all('timer'),
  };
}

/** All words at once, the longest first: a name inside another one stays whole, and no word is exchanged twice. */
function exchangeWords(words: ReadonlyMap<string, string>): (text: string) => string {
  const known = [...words.keys()].filter((word) => word !== '').toSorted((one, other) => other.length - one.length);
  if (known.length === 0) return (text) => text;
  const any = new RegExp(known.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return (text) => text.replaceAll(any, (word) => words.get(word) ?? word);
}

/** An instant or a day of the case, so much earlier; any other text as it is. */
function earlier(text: string, ms: number): string {
  if (ms === 0 || !/^\d{4}-\d\d-\d\d/.test(text)) return text;
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/.test(text))
    return new Date(Date.parse(text) - ms).toISOString();
  const local = /^(\d{4}-\d\d-\d\d)((?:T\d\d:\d\d(?::\d\d)?(?:\+\d\d:\d\d)?)?)$/.exec(text);
  if (!local) return text;
  return new Date(Date.parse(`${local[1]}T00:00:00Z`) - ms).toISOString().slice(0, 10) + (local[2] ?? '');
}

function placeIn(submission: JsonObject): string | null {
  const data = submission['data'];
  return isJsonObject(data) && submission['user_task'] === null && typeof data['place'] === 'string'
    ? data['place']
    : null;
}

function withPlace(data: Json, place: string): Json {
  return isJsonObject(data) ? { ...data, place } : data;
}
