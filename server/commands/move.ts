import type { JsonObject } from '../kernel/json.ts';
import { repairCommand } from './repair-command.ts';

/** `gridloom move`: takes tokens away and puts them elsewhere. */
export const moveCommand = repairCommand({
  name: 'move',
  summary: '移动流程的位置 Moves tokens of instances',
  options: { away: { type: 'string', multiple: true }, to: { type: 'string', multiple: true } },
  explained: `  --away         取走的位置，写 instance 命令里的 # 号，可写 号@所在范围 Token to take away, by its # of gridloom instance; #@scope inside one
  --to           放到哪一步，BPMN 编号 BPMN id of the step to put a token at; both may be given several times`,
  repair: ({ away, to }) => {
    const changes = [...listIn(away).map(cancelOf), ...listIn(to).map((element) => ({ do: 'activate', element }))];
    return changes.length === 0 || changes.some((change) => 'element' in change && Number.isNaN(change.element))
      ? { wrong: ['请用 --away 和 --to 写从哪里移到哪里。', 'Say from where and to where with --away and --to.'] }
      : { do: 'move', changes };
  },
});

function cancelOf(token: string): JsonObject {
  const [element = '', scope = '0'] = token.replace(/^#/, '').split('@');
  return { do: 'cancel', element: /^\d+$/.test(element) ? Number(element) : Number.NaN, scope: Number(scope) };
}

function listIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
