import { repairCommand, variablesExplained, variablesOf, variablesOption } from './repair-command.ts';

/** `gridloom skip`: goes on without what is stuck. */
export const skipCommand = repairCommand({
  name: 'skip',
  summary: '跳过卡住的步骤 Goes on without the stuck step',
  options: variablesOption,
  explained: variablesExplained,
  repair: (values) => {
    const variables = variablesOf(values);
    return 'wrong' in variables ? variables : { do: 'skip', ...variables };
  },
});
