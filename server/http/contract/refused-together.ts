// What several operations refuse with because they do the same; an operation spreads it into its `refuses`.

/** Putting somebody on a post at an area, or having them cover it. */
export const onAssignment = [
  'already-on-post',
  'area-begins-later',
  'area-unknown',
  'cover-for-whom',
  'cover-of-cover',
  'cover-of-nobody',
  'cover-of-oneself',
  'cover-too-long',
  'cover-without-end',
  'dates-reversed',
  'person-suspended',
  'person-unknown',
  'post-full',
  'post-unknown',
] as const;

/** Taking somebody off a post, with what becomes of their work. */
export const onLeaving = [
  'assignment-ended',
  'assignment-unknown',
  'no-fallback',
  'user-task-held',
  'work-stays-nowhere',
  'work-undecided',
] as const;

/** Writing a definition of a draft. */
export const onDraftChange = [
  'areas-outside',
  'definition-content-wrong',
  'definition-id-wrong',
  'definition-locked',
  'definition-too-large',
  'draft-conflict',
  'draft-over',
  'draft-submitted',
  'draft-too-large',
  'draft-unknown',
] as const;

/** Moving a clock of an open user task. */
export const onClockChange = [
  'clock-stale',
  'clock-unknown',
  'clock-without-calendar',
  'instance-suspended',
  'user-task-stale',
] as const;
