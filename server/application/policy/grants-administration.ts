import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';

/** Whether holding a post makes somebody an administrator. */
export function grantsAdministration(release: CompiledRelease, post: string): boolean {
  const roles = release.posts.find(({ id }) => id === post)?.roles ?? [];
  return roles.some((role) => release.roles.get(role)?.permissions.includes('administration'));
}
