import { useState } from 'react';
import { listInstances, readInstance } from '../../server/http/contract/instances.ts';
import { repairInstance } from '../../server/http/contract/repairs.ts';
import type { ProblemRecord } from '../api/problem-error.ts';
import { useCommand } from '../api/use-command.ts';
import { useToast } from '../ui/Toast.tsx';
import type { Repair } from './repair-kinds.ts';

/** A repair that is being filled in: its reason, and doing it. */
interface RepairInHand {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
  readonly act: (repair: Repair | null) => Promise<void>;
}

/**
 * Does a repair of one instance; when it is done it is said, and the dialog closes.
 *
 * @param done what is said then
 */
export function useRepair(instance: string, done: string, onClose: () => void): RepairInHand {
  const say = useToast();
  const command = useCommand(repairInstance, [readInstance, listInstances]);
  const [reason, setReason] = useState('');
  const act = async (repair: Repair | null): Promise<void> => {
    if (repair === null) return;
    const answer = await command.run({ params: { instance }, body: { repair, reason: reason.trim() } });
    if (answer === null) return;
    say(done);
    onClose();
  };
  return { reason, setReason, busy: command.busy, problem: command.problem, act };
}
