import {
  boundary,
  drawing,
  end,
  exclusive,
  otherwise,
  parallel,
  serviceTask,
  start,
  plainTask,
  timer,
  userTask,
  when,
} from '../drawing.ts';
import type { Block } from './random-block.ts';

interface Sketch {
  readonly nodes: Parameters<typeof drawing>[0][number][];
  readonly flows: Parameters<typeof drawing>[1][number][];
}

/** Where a token comes into a block and where it goes out. */
interface Ways {
  readonly in: string;
  readonly out: string;
}

/** The BPMN file of a process that is one block between start and end. */
export function drawBlock(block: Block): string {
  const sketch: Sketch = { nodes: [start('begin'), end('end')], flows: [] };
  const ways = draw(sketch, block);
  sketch.flows.push(`begin -> ${ways.in}`, `${ways.out} -> end`);
  return drawing(sketch.nodes, sketch.flows);
}

function draw(sketch: Sketch, block: Block): Ways {
  const id = `${block.kind}${sketch.nodes.length}`;
  switch (block.kind) {
    case 'pass':
      return add(sketch, plainTask(id));
    case 'ask':
      return add(sketch, asking(id, block.limited, block.decides));
    case 'work':
      return add(sketch, serviceTask(id));
    case 'wait':
      return add(sketch, timer(id, `duration=PT${block.hours}H`));
    case 'sequence':
      return drawSequence(sketch, block.blocks);
    case 'choice':
      return drawChoice(sketch, id, block.on, block.branches);
    case 'parallel':
      return drawParallel(sketch, id, block.branches);
    case 'loop':
      return drawLoop(sketch, id, block.times, block.body);
    case 'watched':
      return drawWatched(sketch, id, block);
    case 'reminded':
      return drawReminded(sketch, id, block);
  }
}

function add(sketch: Sketch, ...nodes: Sketch['nodes']): Ways {
  sketch.nodes.push(...nodes);
  return { in: nodes[0]?.id ?? '', out: nodes.at(-1)?.id ?? '' };
}

function asking(id: string, limited: boolean, decides: number): Sketch['nodes'][number] {
  const words = { to: 'head@"g1"', outputs: { [`data.v${decides}`]: 'answer' } };
  return userTask(id, limited ? { ...words, limit: 'short', ladder: 'overdue' } : words);
}

function drawSequence(sketch: Sketch, blocks: readonly Block[]): Ways {
  const ways = blocks.map((block) => draw(sketch, block));
  for (const [index, next] of ways.slice(1).entries()) sketch.flows.push(`${ways[index]?.out} -> ${next.in}`);
  return { in: ways[0]?.in ?? '', out: ways.at(-1)?.out ?? '' };
}

function drawChoice(sketch: Sketch, id: string, on: number, branches: readonly Block[]): Ways {
  const ways = { in: id, out: `${id}join` };
  add(sketch, exclusive(ways.in), exclusive(ways.out));
  for (const [index, branch] of branches.entries()) {
    const inner = draw(sketch, branch);
    const leg = `${ways.in} -> ${inner.in}`;
    const last = index === branches.length - 1;
    sketch.flows.push(last ? otherwise(leg) : when(leg, `data.v${on} = ${index}`), `${inner.out} -> ${ways.out}`);
  }
  return ways;
}

function drawParallel(sketch: Sketch, id: string, branches: readonly Block[]): Ways {
  const ways = { in: id, out: `${id}join` };
  add(sketch, parallel(ways.in), parallel(ways.out));
  for (const branch of branches) {
    const inner = draw(sketch, branch);
    sketch.flows.push(`${ways.in} -> ${inner.in}`, `${inner.out} -> ${ways.out}`);
  }
  return ways;
}

/** The body runs so many times; two tokens in the same loop share its counter, and both come out. */
function drawLoop(sketch: Sketch, id: string, times: number, body: Block): Ways {
  const [head, count, test, out] = [`${id}head`, `${id}count`, `${id}test`, `${id}out`];
  add(sketch, plainTask(id, { outputs: { [id]: '0' } }), exclusive(head), exclusive(test), plainTask(out));
  add(sketch, plainTask(count, { outputs: { [id]: `${id} + 1` } }));
  const inner = draw(sketch, body);
  sketch.flows.push(`${id} -> ${head} -> ${inner.in}`, `${inner.out} -> ${count} -> ${test}`);
  sketch.flows.push(when(`${test} -> ${out}`, `${id} >= ${times}`), otherwise(`${test} -> ${head}`));
  return { in: id, out };
}

function drawWatched(sketch: Sketch, id: string, { host, hours, escape }: Extract<Block, { kind: 'watched' }>): Ways {
  const [late, join] = [`${id}late`, `${id}join`];
  add(sketch, host === 'ask' ? asking(id, true, 0) : serviceTask(id));
  add(sketch, boundary(late, id, `duration=PT${hours}H`), exclusive(join));
  const inner = draw(sketch, escape);
  sketch.flows.push(`${id} -> ${join}`, `${late} -> ${inner.in}`, `${inner.out} -> ${join}`);
  return { in: id, out: join };
}

function drawReminded(sketch: Sketch, id: string, block: Extract<Block, { kind: 'reminded' }>): Ways {
  const [remind, aside] = [`${id}remind`, `${id}end`];
  add(sketch, block.host === 'ask' ? asking(id, false, 1) : serviceTask(id));
  add(sketch, boundary(remind, id, block.when, { interrupting: false }), end(aside));
  const inner = draw(sketch, block.aside);
  sketch.flows.push(`${remind} -> ${inner.in}`, `${inner.out} -> ${aside}`);
  return { in: id, out: id };
}
