/** What happens to the areas of a scenario. */
export type AreaStep =
  /** Another area tree is published: it holds from its day on. */
  | { readonly areasChange: AreasChange }
  /** Somebody chooses to which part of a split area the open work of a case goes. `of`: absent: the case named last. */
  | { readonly who: string; readonly chooses: string; readonly of?: string; readonly refused?: string };

/** Areas that nothing lies below become others from a day on. Areas are named as they stand on the screen. */
export interface AreasChange {
  /** Local date `2026-09-14`, the first day on which it holds. */
  readonly on: string;
  readonly kind: '拆分' | '合并' | '划转';
  readonly from: readonly string[];
  /** What they are called afterwards: names no other area has. */
  readonly to: readonly string[];
  /** Of a 划转: the area they hang below from then on. */
  readonly under?: string;
  /** Absent: open work goes along. */
  readonly openWork?: '跟着走' | '留下办完';
  /** Of a split: the part that gets open work; absent: the first. */
  readonly workTo?: string;
  /** Absent: of a 划转 they go along, else their posts end. */
  readonly holders?: '一起过去' | '离岗';
}
