/** Where an item stands in both lists; null: not there. */
export interface Aligned {
  readonly before: number | null;
  readonly after: number | null;
}

/** Longer lists are aligned by place alone: the table below grows with the product of their lengths. */
const LONGEST = 2000;

/**
 * Lays two lists of nameless items beside each other: equal items by their longest common sequence, then what stands
 * between two of them in order, so that a changed item is a change and not a loss and a gain.
 *
 * @param before items as texts that are equal when the items are
 */
export function alignLists(before: readonly string[], after: readonly string[]): readonly Aligned[] {
  const anchors = before.length * after.length > LONGEST * LONGEST ? [] : commonSequence(before, after);
  const aligned: Aligned[] = [];
  let [left, right] = [0, 0];
  for (const [leftEnd, rightEnd] of [...anchors, [before.length, after.length] as const]) {
    while (left < leftEnd || right < rightEnd) {
      aligned.push({ before: left < leftEnd ? left : null, after: right < rightEnd ? right : null });
      if (left < leftEnd) left += 1;
      if (right < rightEnd) right += 1;
    }
    if (leftEnd < before.length) aligned.push({ before: leftEnd, after: rightEnd });
    [left, right] = [leftEnd + 1, rightEnd + 1];
  }
  return aligned;
}

function commonSequence(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = before.map(() => new Uint16Array(after.length + 1));
  lengths.push(new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as Uint16Array;
      const next = lengths[i + 1] as Uint16Array;
      row[j] = before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
