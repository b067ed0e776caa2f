import type { ProcessInstance } from '../../../../server/kernel/bpmn/process-instance.ts';
import { atLeast, atMost, type BenchRow, sideBySide } from '../../../bench/bench-row.ts';
import { crowded, fiftyElements, fiveServiceTasks, longChain, type Model, splitJoin, waitSaveLoad } from './models.ts';
import { begin, compiled, complete, live, liveStored, stateBytes } from './ours.ts';
import { livePeer, livePeerStored, peerState, readOnce } from './peer.ts';

/**
 * The kernel beside bpmn-engine 25, the same models in memory in one process; and against itself, how a step costs the
 * same whatever else there is.
 */
export async function benchKernel(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const model of [fiveServiceTasks, splitJoin, fiftyElements]) rows.push(...(await instances(model)));
  rows.push(...(await stored(waitSaveLoad)), ...(await flatness()));
  return rows;
}

async function instances({ name, xml }: Model): Promise<readonly BenchRow[]> {
  const process = await compiled(xml);
  const moddleContext = await readOnce(xml);
  const [ours, theirs] = await sideBySide(
    () => live(process),
    () => livePeer({ moddleContext }),
  );
  const [oursRead, theirsRead] = await sideBySide(
    async () => live(await compiled(xml)),
    () => livePeer({ source: xml }),
  );
  return [
    atLeast(name, ours, theirs, 'instances/s', 100),
    atLeast(`${name}-with-xml`, oursRead, theirsRead, 'instances/s', 10),
  ];
}

async function stored({ name, xml }: Model): Promise<readonly BenchRow[]> {
  const process = await compiled(xml);
  const moddleContext = await readOnce(xml);
  const [ours, theirs] = await sideBySide(
    () => liveStored(process),
    () => livePeerStored({ moddleContext }),
  );
  const [oursRead, theirsRead] = await sideBySide(
    async () => liveStored(await compiled(xml)),
    () => livePeerStored({ source: xml }),
  );
  const bytes = stateBytes(process);
  const theirBytes = Buffer.byteLength(await peerState({ source: xml }));
  return [
    atLeast(name, ours, theirs, 'instances/s', 100),
    atLeast(`${name}-with-xml`, oursRead, theirsRead, 'instances/s', 10),
    { ...atMost('state-bytes', bytes, theirBytes, 'bytes', 1), goal: '≤ 1000 bytes', met: bytes <= 1000 },
  ];
}

async function flatness(): Promise<readonly BenchRow[]> {
  const [small, large] = await sideBySide(await stepsThrough(longChain(10)), await stepsThrough(longChain(5000)));
  const [alone, among] = await sideBySide(await stepsAmong(1), await stepsAmong(10_000));
  return [
    atMost('flat-by-elements', 1e6 / large, 1e6 / small, 'µs/step', 1.5),
    atMost('flat-by-tokens', 1e6 / among, 1e6 / alone, 'µs/step', 1.5),
  ];
}

/** One step of an instance that stands at the beginning of a chain. */
async function stepsThrough(xml: string): Promise<() => void> {
  const process = await compiled(xml);
  const waiting = begin(process);
  const [element] = waiting.scopes[0]?.elements ?? [];
  return () => {
    if (element) complete(process, waiting, element);
  };
}

/** One step at the user task that comes round again, with the root scope alone in hand, as a server reads it. */
async function stepsAmong(tokens: number): Promise<() => void> {
  const process = await compiled(crowded(tokens));
  const whole = begin(process);
  const root = whole.scopes[0];
  const waiting: ProcessInstance = { ...whole, scopes: root ? { 0: root } : {} };
  const element = root?.elements.find((candidate) => candidate.element === 'one');
  return () => {
    if (element) complete(process, waiting, element);
  };
}
