import type { JsonObject } from '../../kernel/json.ts';
import type { HostRequest, HostResponse, Sentence } from '../contract.ts';

/** What a plugin's thread is started with. */
export interface ThreadStart {
  /** Folder of the plugin, with `/` at the end, as a file URL. */
  readonly folder: string;
  /** File URL of `contract.ts`, the one file outside of the folder that a plugin may import. */
  readonly contract: string;
}

/** What of a plugin is called. */
export type Part = 'jobs' | 'channels' | 'rules';

/** From the host to the thread. */
export type ToThread =
  | {
      readonly do: 'call';
      readonly call: number;
      readonly part: Part;
      readonly name: string;
      readonly argument: JsonObject;
      readonly settings: JsonObject;
    }
  | { readonly do: 'fetched'; readonly request: number; readonly answer: Fetched };

/** How a request that the host made for a plugin ended. */
export type Fetched =
  | { readonly ok: true; readonly response: HostResponse }
  | { readonly ok: false; readonly sentence: Sentence };

/** From the thread to the host. Values travel as JSON text, so that nothing else can. */
export type FromThread =
  | { readonly do: 'loaded'; readonly names: { readonly [part in Part]: readonly string[] } }
  | { readonly do: 'not-loaded'; readonly message: string }
  | { readonly do: 'answer'; readonly call: number; readonly json: string }
  | { readonly do: 'threw'; readonly call: number; readonly message: string }
  | {
      readonly do: 'fetch';
      readonly request: number;
      readonly call: number;
      readonly url: string;
      readonly sent: HostRequest;
    }
  | { readonly do: 'log'; readonly call: number; readonly message: string };

/** The most characters an answer may have. */
export const longestAnswer = 256_000;
