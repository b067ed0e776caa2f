/** The field of the panel that mends a problem; null: the first one. */
export function problemField(code: string): string | null {
  return fields[code] ?? null;
}

const fields: Readonly<Record<string, string>> = {
  'user-task-without-name': 'name',
  'user-task-without-form': 'form',
  'user-task-without-post': 'post',
  'user-task-without-limit': 'limit',
  'assignment-incomplete': 'post',
  'post-unknown': 'post',
  'area-unknown': 'area',
  'limit-unknown': 'limit',
  'ladder-unknown': 'ladder',
  'form-unknown': 'form',
  'stage-unknown': 'stage',
  'decision-missing': 'rule',
  'decision-unknown': 'rule',
  'job-type-missing': 'job',
  'job-type-unknown': 'job',
  'job-external': 'job',
  'job-out-of-place': 'job',
  'job-header-missing': 'notice',
  'notice-unknown': 'notice',
  'process-unknown': 'job-process',
  'timer-empty': 'timer',
  'timer-not-a-time': 'timer',
  'timer-wrong': 'timer',
  'timer-closes-case': 'interrupting',
  'gateway-without-default': 'default',
  'condition-missing': 'condition',
  'syntax-error': 'condition',
  'unknown-function': 'condition',
  'variable-unknown': 'condition',
  'passes-without-reason': 'because',
  'dead-end': 'then',
};
