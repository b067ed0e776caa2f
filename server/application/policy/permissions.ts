/**
 * What can be permitted. Roles of a pack bundle these words, posts carry roles; `roles.schema.json` has the same list
 * with Chinese titles, and a test compares the two.
 */
export const permissions = [
  'case.report',
  'case.view',
  'case.urge',
  'case.reveal-reporter',
  'ledger.view',
  'ledger.edit',
  'posts.view',
  'posts.edit',
  'people.edit',
  'meeting.view',
  'meeting.hold',
  'definitions.view',
  'operations.view',
  'operations.repair',
  'messages.send',
  'administration',
] as const;

export type Permission = (typeof permissions)[number];

/** What an administrator may do in the area they administer: configure and manage people, and see its cases. */
export const administratorPermissions: readonly Permission[] = [
  'case.view',
  'posts.view',
  'posts.edit',
  'people.edit',
  'meeting.view',
  'definitions.view',
  'operations.view',
  'messages.send',
  'administration',
];
