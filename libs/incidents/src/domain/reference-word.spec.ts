import { isOfSystem, mayPause, REFERENCE_CODE, requireKeepable } from './reference-word.js';

describe('a word of a reference table', () => {
  it('may stop a clock unless it is we who wait for somebody of ours (DOMAIN 4.3(3))', () => {
    const reasons = ['awaiting_requester', 'agreed_date', 'awaiting_vendor', 'awaiting_change', 'awaiting_internal', 'awaiting_spare_part'];
    expect(reasons.filter((code) => mayPause('hold_reason', code))).toEqual(['awaiting_requester', 'agreed_date', 'awaiting_spare_part']);
    expect(mayPause('resolution_code', 'fixed')).toBe(false);
  });

  it('stays in use where the rules speak of it', () => {
    expect(() => requireKeepable({ builtIn: true, active: false })).toThrow('incidents.code-built-in');
    expect(() => requireKeepable({ builtIn: true, active: true })).not.toThrow();
    expect(() => requireKeepable({ builtIn: false, active: false })).not.toThrow();
  });

  it('is the system’s to say where nobody can know it by hand', () => {
    expect(['no_answer', 'fixed'].filter(isOfSystem)).toEqual(['no_answer']);
  });

  it('has a code of small letters, digits and underscores', () => {
    expect(['replaced', 'v2_part'].every((code) => REFERENCE_CODE.test(code))).toBe(true);
    expect(['R', 'Replaced', '2nd', 'ar_ē', 'a b', 'a', ''].some((code) => REFERENCE_CODE.test(code))).toBe(false);
  });
});
