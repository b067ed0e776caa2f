/** Dice that fall alike every time: the same seed gives the same demo. Answers a whole number below `count`. */
export function seededDice(seed: number): (count: number) => number {
  let state = (seed * 0x9e3779b9) >>> 0;
  return (count) => {
    // mulberry32, public domain: small, and good enough to spread invented cases.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return count <= 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}
