import type { listInstances } from '../../server/http/contract/instances.ts';
import type { QueryOf } from '../../server/http/contract/operation.ts';

type InstanceQuery = QueryOf<typeof listInstances>;
export type InstanceView = NonNullable<InstanceQuery['state']>;

export const instanceViews: readonly InstanceView[] = ['stuck', 'open', 'suspended', 'completed', 'cancelled'];
const words = ['process', 'version', 'element', 'area', 'incident', 'variable', 'from', 'to'] as const;

/** What instances are looked for by: everything that the address of the list holds. */
export type InstanceFilters = { readonly view: InstanceView } & {
  readonly [name in (typeof words)[number]]?: string;
};

/** Reads the filters from the query part of an address; what it does not know counts as absent. */
export function readFilters(search: string): InstanceFilters {
  const params = new URLSearchParams(search);
  const view = instanceViews.find((known) => known === params.get('view')) ?? 'stuck';
  const filled = words.map((name) => [name, params.get(name) ?? ''] as const).filter(([, value]) => value !== '');
  return { view, ...Object.fromEntries(filled) };
}

/** The address of the list with these filters; defaults leave no trace in it. */
export function addressOf({ view, ...rest }: InstanceFilters): string {
  const params = new URLSearchParams();
  if (view !== 'stuck') params.set('view', view);
  for (const name of words) {
    const value = rest[name];
    if (value !== undefined && value !== '') params.set(name, value);
  }
  return params.size === 0 ? '/operations' : `/operations?${params.toString()}`;
}

/** The question the filters ask the server. */
export function queryOf({ view, from, to, ...rest }: InstanceFilters): InstanceQuery {
  return {
    state: view,
    ...rest,
    ...(from === undefined ? {} : { startedFrom: new Date(`${from}T00:00:00+08:00`).toISOString() }),
    ...(to === undefined
      ? {}
      : { startedUntil: new Date(Date.parse(`${to}T00:00:00+08:00`) + 86_400_000).toISOString() }),
  };
}

/** True when something besides the view narrows the list. */
export function isNarrowed(filters: InstanceFilters): boolean {
  return words.some((name) => filters[name] !== undefined);
}

/** Whether what is listed can still be repaired. */
export function isRepairable({ view }: InstanceFilters): boolean {
  return view !== 'completed' && view !== 'cancelled';
}
