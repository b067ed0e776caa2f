import { useLocation, useSearch } from 'wouter';

/** What the address of a list holds besides its path. */
export interface ListAddress {
  /** The words looked for; empty for none. */
  readonly q: string;
  /** An area's code; empty for all. */
  readonly area: string;
  readonly offset: number;
}

/**
 * A list whose words, area and page are in its address, so that it can be kept, sent and gone back to. What makes no
 * sense in an address counts as absent.
 *
 * @returns the address, and how to look elsewhere: other words or another area start from the first page.
 */
export function useListAddress(path: string): readonly [ListAddress, (change: Partial<ListAddress>) => void] {
  const [, navigate] = useLocation();
  const params = new URLSearchParams(useSearch());
  const offset = Number(params.get('offset') ?? 0);
  const asked: ListAddress = {
    q: params.get('q') ?? '',
    area: params.get('area') ?? '',
    offset: Number.isInteger(offset) && offset > 0 ? offset : 0,
  };
  const look = (change: Partial<ListAddress>): void => {
    const wanted = Object.entries({ ...asked, offset: 0, ...change }).filter(
      ([, value]) => value !== '' && value !== 0,
    );
    const search = new URLSearchParams(wanted.map(([name, value]) => [name, String(value)])).toString();
    navigate(search === '' ? path : `${path}?${search}`, { replace: true });
  };
  return [asked, look];
}

/** The query of a reading operation for an address: what is empty is left out. */
export function queryOf({ q, area, offset }: ListAddress): {
  readonly q?: string;
  readonly area?: string;
  readonly offset: number;
} {
  return { offset, ...(q === '' ? {} : { q }), ...(area === '' ? {} : { area }) };
}
