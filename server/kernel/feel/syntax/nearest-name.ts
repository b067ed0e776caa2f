/** The name most like `name` (at most two letters added, left out or changed), or null when none is near. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const wanted = simplified(name);
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const candidate of names) {
    const distance = editDistance(wanted, simplified(candidate));
    if (distance <= Math.min(2, wanted.length / 2) && (best === null || distance < best.distance))
      best = { name: candidate, distance };
  }
  return best?.name ?? null;
}

/** `upperCase`, `upper_case` and `upper case` are all the same slip. */
function simplified(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_.-]/g, '')
    .slice(0, 60);
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
