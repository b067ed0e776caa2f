import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { readAllScopes, readInstanceDetails, type InstanceDetails } from '../../database/instance-details.ts';
import { readInstance, type InstanceView } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { Refusal } from '../refusal.ts';
import type { Operator } from './operator.ts';

/** An instance as an operator may see and repair it, with all its scopes. */
export interface OperatedInstance {
  readonly view: InstanceView;
  readonly details: InstanceDetails;
  readonly instance: ProcessInstance;
  readonly release: CompiledRelease;
  readonly process: ExecutableProcess;
  readonly xml: string;
}

/**
 * Reads an instance for an operator.
 *
 * @throws Refusal `instance-unknown`, also for one outside the operator's areas: nothing is told about it
 */
export async function operatedInstance(
  context: Context,
  tx: Transaction,
  operator: Operator,
  id: string,
): Promise<OperatedInstance> {
  const view = await readInstance(tx, context.tenant, id);
  const details = view && (await readInstanceDetails(tx, context.tenant, id));
  if (!view || !details || !operator.mayView(details.area)) throw new Refusal('instance-unknown');
  const release = await context.releases.byHash(tx, view.manifestHash);
  const process = release.processes.get(view.process);
  if (!process) throw new Error(`release ${view.manifestHash} has no process ${view.process}`);
  const instance = loadInstance(view.state, await readAllScopes(tx, context.tenant, id));
  return { view, details, instance, release, process: process.executable, xml: process.xml };
}
