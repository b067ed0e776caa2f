import { repairCommand } from './repair-command.ts';

/** `gridloom suspend`: holds instances until they are resumed. */
export const suspendCommand = repairCommand({
  name: 'suspend',
  summary: '挂起流程 Holds instances',
  options: {},
  explained: '',
  repair: () => ({ do: 'suspend' }),
});
