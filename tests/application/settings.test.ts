import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/application/settings.ts';

describe('the settings', () => {
  it('keep history for ever, log warnings, and tell figures to this machine only, unless they say otherwise', () => {
    expect(readSettings({})).toMatchObject({ historyTerms: {}, logLevel: 'warn', metricsToken: null });
  });

  it('take months of history by class', () => {
    expect(readSettings({ HISTORY_MONTHS: ' case=120, meeting=60 ' }).historyTerms).toEqual({ case: 120, meeting: 60 });
  });

  it.each(['case', 'cases=3', 'case=0', 'case=-1', 'case=1.5'])('refuse terms that cannot be read: %s', (text) => {
    expect(() => readSettings({ HISTORY_MONTHS: text })).toThrow('HISTORY_MONTHS');
  });
});
