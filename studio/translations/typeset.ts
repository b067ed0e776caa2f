/** Chinese dates as this house sets them, with a thin gap: 9 月 10 日 周四. Other words stay as they are. */
export function typeset(words: string): string {
  return words
    .replaceAll(/(\d)([年月日])/g, '$1 $2')
    .replaceAll(/([年月])(\d)/g, '$1 $2')
    .replace(/日(周|星期)/, '日 $1');
}
