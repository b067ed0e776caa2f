/** What is said of a job whose worker died with it as often as it may be tried. */
export function noAnswer(jobType: string): {
  readonly ok: false;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
} {
  return {
    ok: false,
    code: 'job-without-answer',
    zh: `自动步骤「${jobType}」每次都没有回音（可能是办它的程序中途停了），已不再重试。请查明原因，再在“运维”里重试这一步。`,
    en: `Whatever did "${jobType}" never answered (its program may have died each time), so it is not tried again. Find out why, then retry the step under Operations.`,
  };
}
