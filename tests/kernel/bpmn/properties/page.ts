import type { Dice } from './dice.ts';

/** Where a token comes into a block and where it goes out. */
export interface Ways {
  readonly in: string;
  readonly out: string;
}

/** Draws something with one way in and one way out, at most so many levels deep. */
export type Draw = (page: Page, depth: number) => Ways;

/** What everything in one random file has in common. */
export interface Sheet {
  readonly dice: Dice;
  /** Draws whatever block the dice say. */
  readonly block: Draw;
  /** Messages, signals, errors and what else stands beside the processes, by id. */
  readonly heads: Map<string, string>;
  /** Blocks out of which as many tokens come as go in, unless something is taken away. */
  readonly balanced: Ways[];
  /** Flows of messages between pools, source and target. */
  readonly messageFlows: (readonly [string, string])[];
  /** What may be called from here. */
  readonly callable: readonly string[];
  readonly ids: { count: number };
}

export interface Content {
  readonly attributes?: string;
  /** What goes into `extensionElements`. */
  readonly extensions?: string;
  readonly content?: string;
}

/** The inside of a process or sub-process that is being drawn, as the XML of its elements. */
export class Page {
  readonly sheet: Sheet;
  readonly dice: Dice;
  readonly #parts: string[] = [];

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.dice = sheet.dice;
  }

  /** An id that says which rows of the element table an element is a case of: `userTask.mi-parallel_12`. */
  id(...rows: readonly string[]): string {
    this.sheet.ids.count += 1;
    return `${rows.join('.')}_${this.sheet.ids.count}`;
  }

  add(tag: string, id: string, { attributes = '', extensions = '', content = '' }: Content = {}): string {
    const extended = extensions === '' ? '' : `<extensionElements>${extensions}</extensionElements>`;
    this.#parts.push(`<${tag} id="${id}" ${attributes}>${extended}${content}</${tag}>`);
    return id;
  }

  /** A sequence flow; with FEEL, one that is taken when that holds. */
  flow(source: string, target: string, condition = ''): void {
    const asked =
      condition === ''
        ? ''
        : `<conditionExpression xsi:type="tFormalExpression">=${escaped(condition)}</conditionExpression>`;
    const ends = `sourceRef="${source}" targetRef="${target}"`;
    this.#parts.push(`<sequenceFlow id="${flowId(source, target)}" ${ends}>${asked}</sequenceFlow>`);
  }

  /** What else there is: associations, data. */
  write(xml: string): void {
    this.#parts.push(xml);
  }

  block(depth: number): Ways {
    return this.sheet.block(this, depth);
  }

  /** A page for the inside of a sub-process. */
  inside(): Page {
    return new Page(this.sheet);
  }

  /** Something the file says once beside its processes; answers its id. */
  head(tag: string, id: string, more = ''): string {
    this.sheet.heads.set(id, `<${tag} id="${id}" name="${id}" ${more}/>`);
    return id;
  }

  xml(): string {
    return this.#parts.join('');
  }
}

export function flowId(source: string, target: string): string {
  return `${source}-${target}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** FEEL in an element of the standard. */
export function formal(tag: string, source: string): string {
  return `<${tag} xsi:type="tFormalExpression">=${escaped(source)}</${tag}>`;
}

/** How many variables a choice may be made on. */
export const variableCount = 3;

/** A condition that holds now and then. */
export function condition(dice: Dice): string {
  return `v${dice.below(variableCount)} >= ${1 + dice.below(variableCount - 1)}`;
}
