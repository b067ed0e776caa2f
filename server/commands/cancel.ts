import { repairCommand } from './repair-command.ts';

/** `gridloom cancel`: ends instances for good. */
export const cancelCommand = repairCommand({
  name: 'cancel',
  summary: '中止流程 Ends instances for good',
  options: {},
  explained: '',
  repair: () => ({ do: 'cancel' }),
});
