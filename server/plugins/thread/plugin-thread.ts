import { Worker } from 'node:worker_threads';
import type { Json, JsonObject } from '../../kernel/json.ts';
import type { HostRequest, Sentence } from '../contract.ts';
import { PluginFailure } from '../plugin-failure.ts';
import type { Fetched, FromThread, Part, ToThread } from './messages.ts';

/** One call of a handler. */
export interface ThreadCall {
  readonly part: Part;
  readonly name: string;
  readonly argument: JsonObject;
  readonly settings: JsonObject;
  readonly timeoutMs: number;
  /** Makes a request for the plugin, within its rights. */
  readonly fetch: (url: string, request: HostRequest) => Promise<Fetched>;
}

/** What a thread is made with. */
export interface ThreadOptions {
  /** File URL of the plugin's folder, with `/` at the end. */
  readonly folder: string;
  readonly log: (message: string) => void;
  /** Called once, when the thread takes no more calls, for whatever reason. */
  readonly onEnd: () => void;
}

/** What a plugin turned out to hold once it was loaded. */
export type Loaded = { readonly [part in Part]: readonly string[] };

interface Waiting {
  readonly call: ThreadCall;
  readonly answer: PromiseWithResolvers<Json>;
  readonly timer: NodeJS.Timeout;
}

const loadingMs = 10_000;
const megabytes = 96;
const mostWaiting = 50;

/**
 * A plugin in a thread of its own. A thread that keeps somebody waiting too long is ended – nothing else stops a loop
 * that never rests – and with it whatever else was under way in it; all of that is tried again by those who asked.
 */
export class PluginThread {
  readonly loaded: Promise<Loaded>;
  readonly #worker: Worker;
  readonly #log: (message: string) => void;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  readonly #onEnd: () => void;
  #ended = false;

  constructor({ folder, log, onEnd }: ThreadOptions) {
    this.#log = log;
    this.#onEnd = onEnd;
    this.#worker = new Worker(new URL('./plugin-worker.ts', import.meta.url), {
      workerData: { folder, contract: new URL('../contract.ts', import.meta.url).href },
      env: {},
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    // What a plugin prints is read and thrown away: it has `tools.log`, which is measured.
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    const loading = Promise.withResolvers<Loaded>();
    this.loaded = loading.promise;
    this.loaded.catch(() => this.#worker.terminate());
    const slow = setTimeout(() => loading.reject(new PluginFailure('plugin-slow-to-load')), loadingMs);
    this.#worker.on('message', (message: FromThread) => {
      if (message.do === 'loaded') loading.resolve(message.names);
      else if (message.do === 'not-loaded')
        loading.reject(new PluginFailure('plugin-not-loaded', { why: message.message }));
      else this.#take(message);
    });
    const end = (why: string): void => {
      clearTimeout(slow);
      this.#end(why);
      loading.reject(new PluginFailure('plugin-not-loaded', { why }));
    };
    // An error is followed by the exit; what it was is for the operator.
    this.#worker.on('error', (error) => log(`the thread failed: ${String(error).slice(0, 200)}`));
    this.#worker.once('exit', (code) => end(`the thread ended (${code})`));
  }

  /**
   * Calls a handler.
   *
   * @returns what it answered, as JSON
   * @throws PluginFailure when it throws, takes too long, or its thread ends
   */
  async call(call: ThreadCall): Promise<Json> {
    await this.loaded;
    if (this.#ended) throw new PluginFailure('plugin-stopped');
    if (this.#waiting.size >= mostWaiting) throw new PluginFailure('plugin-busy', { most: mostWaiting });
    const number = ++this.#calls;
    const answer = Promise.withResolvers<Json>();
    const timer = setTimeout(() => this.#giveUp(number), call.timeoutMs);
    this.#waiting.set(number, { call, answer, timer });
    const { part, name, argument, settings } = call;
    this.#worker.postMessage({ do: 'call', call: number, part, name, argument, settings } satisfies ToThread);
    return answer.promise;
  }

  /** Ends the thread, and what was under way in it. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(message: Exclude<FromThread, { do: 'loaded' | 'not-loaded' }>): void {
    const waiting = this.#waiting.get(message.call);
    if (message.do === 'fetch') {
      void this.#fetched(waiting, message.request, message.url, message.sent);
      return;
    }
    if (!waiting) return;
    if (message.do === 'log') {
      this.#log(message.message);
      return;
    }
    this.#waiting.delete(message.call);
    clearTimeout(waiting.timer);
    if (message.do === 'answer') waiting.answer.resolve(JSON.parse(message.json) as Json);
    else waiting.answer.reject(new PluginFailure('plugin-threw', { why: message.message }));
  }

  async #fetched(waiting: Waiting | undefined, request: number, url: string, sent: HostRequest): Promise<void> {
    const answer: Fetched = waiting ? await waiting.call.fetch(url, sent) : { ok: false, sentence: callIsOver };
    if (!this.#ended) this.#worker.postMessage({ do: 'fetched', request, answer } satisfies ToThread);
  }

  #giveUp(number: number): void {
    const waiting = this.#waiting.get(number);
    if (!waiting) return;
    this.#waiting.delete(number);
    waiting.answer.reject(new PluginFailure('plugin-slow', { seconds: waiting.call.timeoutMs / 1000 }));
    this.#end('another call took too long');
    void this.#worker.terminate();
  }

  #end(why: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#onEnd();
    for (const { answer, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      answer.reject(new PluginFailure('plugin-stopped', { why }));
    }
    this.#waiting.clear();
  }
}

const callIsOver: Sentence = {
  zh: '这次调用已经结束，不能再发请求。',
  en: 'The call this request belongs to is over.',
};
