import { useEffect, useState } from 'react';
import { previewRepair } from '../../server/http/contract/instances.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useCommand } from '../api/use-command.ts';
import type { Repair } from './repair-kinds.ts';

export type Preview = AnswerOf<typeof previewRepair>;

/**
 * What a repair would do, asked anew whenever it changes; nothing is written.
 *
 * @param repair null while it is not filled in yet
 */
export function usePreview(instance: string, repair: Repair | null) {
  const command = useCommand(previewRepair);
  const [told, setTold] = useState<{ readonly of: string; readonly preview: Preview } | null>(null);
  const asked = repair === null ? null : JSON.stringify(repair);
  const { run } = command;
  useEffect(() => {
    if (asked === null) return;
    let isCurrent = true;
    void run({ params: { instance }, body: { repair: JSON.parse(asked) as Repair } }).then((preview) => {
      if (preview !== null && isCurrent) setTold({ of: asked, preview });
    });
    return () => {
      isCurrent = false;
    };
    // `run` is new with every drawing and always does the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, instance]);
  return {
    preview: told !== null && told.of === asked ? told.preview : null,
    last: told?.preview ?? null,
    problem: command.problem,
  };
}
