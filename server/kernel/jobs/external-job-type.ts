/** A type of job for systems outside. One with a colon is done by the program (`grid:`) or the plugin before it. */
export const externalJobType = '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$';

const pattern = new RegExp(externalJobType);

/** Whether jobs of this type are done by a system outside: they wait until it takes them. */
export function isExternalJobType(type: string): boolean {
  return pattern.test(type);
}
