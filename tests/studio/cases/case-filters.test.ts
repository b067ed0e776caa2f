import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  type CaseFilters,
  isNarrowed,
  readFilters,
  withFilter,
} from '../../../studio/cases/case-filters.ts';

const searchOf = (filters: CaseFilters): string => addressOf(filters).split('?')[1] ?? '';
const nothing = readFilters('');

describe('the filters of the case list', () => {
  it('survive the way through the address', () => {
    const word = fc.string({ minLength: 1, maxLength: 20 });
    const filters = fc.record(
      {
        view: fc.constantFrom('open', 'red', 'yellow', 'closed', 'all'),
        offset: fc.nat(1000),
        q: word,
        area: word,
        category: word,
        stage: word,
        post: word,
        channel: word,
        from: word,
        to: word,
        mine: fc.constant(true),
      },
      { requiredKeys: ['view', 'offset'] },
    ) as fc.Arbitrary<CaseFilters>;
    fc.assert(
      fc.property(filters, (chosen) => {
        expect(readFilters(searchOf(chosen))).toEqual(chosen);
      }),
    );
  });

  it('leave no trace in the address when none is chosen', () => {
    expect(addressOf(nothing)).toBe('/cases');
  });

  it.each(['view=purple', 'offset=-20', 'offset=1.5', 'offset=many', 'unknown=1', 'q='])(
    'ignore what makes no sense: %s',
    (search) => {
      expect(readFilters(search)).toEqual(nothing);
    },
  );

  it('start from the first page when another one is chosen', () => {
    const later = withFilter(nothing, { offset: 40 });
    expect(later.offset).toBe(40);
    expect(withFilter(later, { category: 'hazard' })).toEqual({ view: 'open', offset: 0, category: 'hazard' });
  });

  it('are taken off by choosing nothing', () => {
    const chosen = withFilter(nothing, { category: 'hazard', q: '灯' });
    expect(withFilter(chosen, { category: undefined, q: '' })).toEqual(nothing);
  });

  it('narrow the list with anything but the view and the page', () => {
    expect(isNarrowed({ ...nothing, view: 'red', offset: 20 })).toBe(false);
    expect(isNarrowed(readFilters('area=620502005001'))).toBe(true);
    expect(isNarrowed(readFilters('mine=yes'))).toBe(true);
  });
});
