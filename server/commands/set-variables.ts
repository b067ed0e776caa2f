import { repairCommand, variablesExplained, variablesOf, variablesOption } from './repair-command.ts';

/** `gridloom set-variables`: changes variables of running instances. */
export const setVariablesCommand = repairCommand({
  name: 'set-variables',
  summary: '改流程的变量 Changes variables of instances',
  options: variablesOption,
  explained: variablesExplained,
  repair: (values) => {
    const given = variablesOf(values);
    if ('wrong' in given) return given;
    return given.variables
      ? { do: 'set-variables', variables: given.variables }
      : { wrong: ['请用 --variables 写要改的变量。', 'Say what to set with --variables.'] };
  },
});
