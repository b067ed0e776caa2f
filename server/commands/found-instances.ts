import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../kernel/json.ts';

/** A found instance as it came over the socket. */
export interface FoundLine {
  readonly id: string;
  readonly state: string;
  readonly process: string;
  readonly subject: string;
  readonly area: string;
  readonly startedAt: string;
  readonly elements: readonly string[];
  readonly incidents: readonly JsonObject[];
}

/** What a search answered. */
export function foundInstances(answer: Json): {
  readonly instances: readonly FoundLine[];
  readonly next: string | null;
} {
  const found = isJsonObject(answer) ? answer : {};
  const next = textIn(found['next']);
  return { instances: objectsIn(found['instances']).map(lineOf), next: next === '' ? null : next };
}

/** One line for people. */
export function instanceLine({ id, state, process, subject, area, elements, startedAt, incidents }: FoundLine): string {
  const why = incidents.map((incident) => textIn(incident['code'])).join(',');
  return [id, state.padEnd(9), startedAt, process, elements.join(','), area, subject, why].filter(Boolean).join('  ');
}

function lineOf(line: JsonObject): FoundLine {
  const subject = objectIn(line['subject']);
  return {
    id: textIn(line['id']),
    state: textIn(line['state']),
    process: textIn(objectIn(line['process'])['title']),
    subject: [textIn(subject['number']), textIn(subject['title'])].filter(Boolean).join(' '),
    area: textIn(objectIn(line['area'])['name']),
    startedAt: textIn(line['startedAt']),
    elements: objectsIn(line['elements']).map((element) => textIn(element['title'])),
    incidents: objectsIn(line['incidents']),
  };
}

function objectIn(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The objects in a list. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter((item) => isJsonObject(item)) : [];
}
