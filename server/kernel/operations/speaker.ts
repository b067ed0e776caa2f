import type { Actor } from '../bpmn/commands.ts';
import type { EventOf, ProcessEvent } from '../bpmn/events.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { Position } from '../bpmn/process-instance.ts';
import type { Instant } from '../json.ts';
import { localDateTime } from '../local-time.ts';

/** How what an event refers to is called. */
export interface EventNames {
  readonly process: ExecutableProcess;
  /** A person's name. */
  readonly person: (id: string) => string;
  readonly position: (position: Position) => string;
  /** English of a pack's Chinese. */
  readonly english: (zh: string) => string;
}

/** How events of some types are told: Chinese and English. */
export type Telling<Types extends ProcessEvent['type'] = ProcessEvent['type']> = {
  readonly [Type in Types]: (event: EventOf<Type>, say: Speaker) => readonly [zh: string, en: string];
};

/** Puts names into sentences. */
export class Speaker {
  private readonly names: EventNames;
  private readonly elements: ReadonlyMap<number, string>;

  constructor(names: EventNames, elements: ReadonlyMap<number, string>) {
    this.names = names;
    this.elements = elements;
  }

  /** A step by its BPMN id. */
  step(id: string): string {
    const name = this.names.process.nodes.get(id)?.name;
    return name === undefined || name === '' ? id : name;
  }

  enStep(id: string): string {
    return this.names.english(this.step(id));
  }

  /** A step by the id of its element instance. */
  at(id: number): string {
    const element = this.elements.get(id);
    return element === undefined ? `#${id}` : this.step(element);
  }

  enAt(id: number): string {
    return this.names.english(this.at(id));
  }

  flow(id: string): string {
    const flow = this.names.process.flows.get(id);
    return flow ? `${this.step(flow.source)} → ${this.step(flow.target)}` : id;
  }

  place(position: Position): string {
    return this.names.position(position);
  }

  process(): string {
    return this.names.process.name;
  }

  enProcess(): string {
    return this.names.english(this.names.process.name);
  }

  by(actor: Actor): readonly [string, string] {
    if ('person' in actor) {
      const name = this.names.person(actor.person);
      return name === '' ? ['有人', 'Somebody'] : [name, name];
    }
    return systems[actor.system];
  }
}

const systems: { readonly [part in Extract<Actor, { system: string }>['system']]: readonly [string, string] } = {
  timer: ['定时器', 'A timer'],
  job: ['自动步骤', 'A job'],
  ladder: ['逐级上报', 'The ladder'],
  schedule: ['日程', 'The schedule'],
  operator: ['运维', 'Operations'],
};

/** A reason behind a sentence; nothing where none was given. */
export function why(because: string | undefined): readonly [string, string] {
  return because === undefined || because === '' ? ['', ''] : [`，原因：${because}`, `, because: ${because}`];
}

/** As people write it; seconds matter to nobody who reads a story. */
export function moment(at: Instant): string {
  return localDateTime(at).slice(0, 16).replace('T', ' ');
}
