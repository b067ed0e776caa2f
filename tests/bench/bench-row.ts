import { writeFileSync } from 'node:fs';

/** A row of a benchmark: a figure, what it is held against, and whether that is enough. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in the same unit. */
  readonly against: number;
  /** Value by what it is compared with; of costs the other way round reads better, and `goal` says which way is good. */
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

/** A row that is good when it is at least so many times the other figure. */
export function atLeast(name: string, value: number, against: number, unit: string, times: number): BenchRow {
  const ratio = value / against;
  return {
    name,
    value: rounded(value),
    unit,
    against: rounded(against),
    ratio: rounded(ratio),
    goal: `≥ ${times} ×`,
    met: ratio >= times,
  };
}

/** A row that is good when it is at most so many times the other figure. */
export function atMost(name: string, value: number, against: number, unit: string, times: number): BenchRow {
  const ratio = value / against;
  return {
    name,
    value: rounded(value),
    unit,
    against: rounded(against),
    ratio: rounded(ratio),
    goal: `≤ ${times} ×`,
    met: ratio <= times,
  };
}

/** A row without a target: what it stands beside was measured by others, elsewhere. */
export function beside(name: string, value: number, against: number, unit: string, what: string): BenchRow {
  const ratio = rounded(value / against);
  return { name, value: rounded(value), unit, against: rounded(against), ratio, goal: `beside ${what}`, met: true };
}

/** A row that could not be measured, and why; zero is no figure. */
export function notReached(name: string, unit: string, why: string): BenchRow {
  return { name, value: 0, unit, against: 0, ratio: 0, goal: `not reached: ${why}`, met: false };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Prints rows as a table, and writes them as JSON where a file is named. */
export function tell(rows: readonly BenchRow[], file: string | undefined): void {
  const lines = [
    ['name', 'value', 'against', 'unit', 'ratio', 'goal', ''],
    ...rows.map((row) =>
      [row.name, row.value, row.against, row.unit, row.ratio, row.goal, row.met ? 'met' : 'not met'].map(String),
    ),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of lines)
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

/**
 * Times two things against each other in one run: in turns of half a second each, so that what else the machine does
 * meets both.
 *
 * @returns how often each was done in a second, the better half of its turns
 */
export async function sideBySide(
  one: () => void | Promise<void>,
  other: () => void | Promise<void>,
  turns = 6,
): Promise<readonly [number, number]> {
  const rates: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns + 1; turn += 1) {
    for (const [index, work] of [one, other].entries()) {
      const rate = await perSecond(work);
      if (turn > 0) rates[index]?.push(rate); // the first turn warms up
    }
  }
  return [median(rates[0]), median(rates[1])];
}

async function perSecond(work: () => void | Promise<void>): Promise<number> {
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < 500) {
    const waited = work();
    if (waited) await waited;
    done += 1;
  }
  return (done * 1000) / (performance.now() - began);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
