import { repairCommand, variablesExplained, variablesOf, variablesOption } from './repair-command.ts';

/** `gridloom retry`: tries again what is stuck. */
export const retryCommand = repairCommand({
  name: 'retry',
  summary: '重试卡住的流程 Tries stuck instances again',
  options: variablesOption,
  explained: variablesExplained,
  repair: (values) => {
    const variables = variablesOf(values);
    return 'wrong' in variables ? variables : { do: 'retry', ...variables };
  },
});
