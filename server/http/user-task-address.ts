import type { UserTaskAddress } from '../application/user-tasks/complete-user-task.ts';

/** The user task that an address of the API names: `<instance>.<element instance>`, as the contract's pattern holds it. */
export function userTaskAddress(id: string): UserTaskAddress {
  const [instance = '', number = ''] = id.split('.');
  return { instance, id: Number(number) };
}
