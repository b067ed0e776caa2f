import { Engine } from 'bpmn-engine';
import { BpmnModdle } from 'bpmn-moddle';

const services = { work: (_: unknown, next: () => void): void => next() };

/** What the peer makes of an XML text once, so that it need not read it again. */
export async function readOnce(xml: string): Promise<unknown> {
  return new BpmnModdle().fromXML(xml);
}

/** Lives one instance on the peer, of a model that was read before or of its text. */
export async function livePeer(
  model: { readonly moddleContext: unknown } | { readonly source: string },
): Promise<void> {
  const engine = new Engine({ name: 'bench', services, ...model });
  const ended = engine.waitFor('end');
  await engine.execute();
  await ended;
}

/** Lives one instance that is saved while it waits, recovered from its text and completed. */
export async function livePeerStored(
  model: { readonly moddleContext: unknown } | { readonly source: string },
): Promise<void> {
  const text = await peerState(model);
  const engine = new Engine({ name: 'bench' }).recover(JSON.parse(text) as object);
  const ended = engine.waitFor('end');
  const execution = await engine.resume();
  execution.signal({ id: 'ask' });
  await ended;
}

/** What the peer stores of an instance that waits in one user task. */
export async function peerState(
  model: { readonly moddleContext: unknown } | { readonly source: string },
): Promise<string> {
  const execution = await new Engine({ name: 'bench', ...model }).execute();
  return JSON.stringify(execution.getState());
}
