import { Dexie, type EntityTable } from 'dexie';
import type { JsonObject } from '../../../server/kernel/json.ts';
import type { ProblemRecord } from '../problem-error.ts';

/** What somebody is still writing; kept after every change. */
export interface Draft {
  /** `draftId(person, thing)`. */
  readonly id: string;
  readonly person: string;
  /** `report`, or `user-task:<id>`: one draft of a person for each thing that can be written. */
  readonly thing: string;
  readonly data: JsonObject;
  /** What is not part of the form (the grid of a report). */
  readonly beside: JsonObject;
  /** What the server said when it was refused, to be shown at its fields again. */
  readonly refusal: ProblemRecord | null;
  readonly changedAt: string;
}

/** What has been submitted and whose receipt has not come yet. */
export interface OutboxItem {
  /** UUIDv7; the idempotency key of every attempt. */
  readonly id: string;
  readonly person: string;
  /** Id of the operation that sends it; only those of `sendable` exist. */
  readonly operation: string;
  readonly params: JsonObject;
  /** The body as it will be sent, with the device's photo ids where photos are not uploaded yet. */
  readonly body: JsonObject;
  /** One line that says what it is. */
  readonly title: string;
  /** The draft it came from, to go back to it. */
  readonly draft: Draft;
  readonly createdAt: string;
  /** `waiting`: goes as soon as it can. `refused`: the server said no; somebody must change it. */
  readonly state: 'waiting' | 'refused';
  readonly attempts: number;
  /** True once it may have reached the server: from then on only its answer, or its refusal, lets it be changed. */
  readonly mayHaveArrived: boolean;
  /** Why the last attempt did not succeed. */
  readonly problem: ProblemRecord | null;
}

/** A photo taken on this device; `stored` is the server's id once it is uploaded. */
export interface DevicePhoto {
  /** 64 hexadecimal digits, like the server's ids, so that a form's checks hold before and after uploading. */
  readonly id: string;
  readonly person: string;
  readonly blob: Blob;
  readonly stored: string | null;
  readonly takenAt: string;
}

/** What the server answered to something that was sent. */
export interface Receipt {
  readonly id: string;
  readonly person: string;
  readonly operation: string;
  readonly title: string;
  readonly answer: JsonObject;
  readonly at: string;
}

/** An answer of the server kept to start and report without a network. */
export interface KeptAnswer {
  readonly key: string;
  readonly answer: unknown;
  readonly at: string;
}

/** The key of the only draft that a person has of a thing. */
export function draftId(person: string, thing: string): string {
  return `${person} ${thing}`;
}

/** The tables on this device (IndexedDB). Nothing leaves `outbox` or `photos` before its receipt is in `receipts`. */
export class DeviceStore extends Dexie {
  declare drafts: EntityTable<Draft, 'id'>;
  declare outbox: EntityTable<OutboxItem, 'id'>;
  declare photos: EntityTable<DevicePhoto, 'id'>;
  declare receipts: EntityTable<Receipt, 'id'>;
  declare answers: EntityTable<KeptAnswer, 'key'>;

  /** @param name of the database; tests give each its own. */
  constructor(name: string) {
    super(name);
    this.version(1).stores({
      drafts: 'id, person',
      outbox: 'id, person',
      photos: 'id, person',
      receipts: 'id, person, at',
      answers: 'key',
    });
  }
}

/** The store of this browser. */
export const deviceStore = new DeviceStore('gridloom');
