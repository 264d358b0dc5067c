import { hoursText, readHours } from './hours-text';

describe('hours as people type them', () => {
  it('are read with comma and point, to the minute', () => {
    expect(['2', '0,25', ' 1.5 ', '0,3333'].map(readHours)).toEqual([7200, 900, 5400, 1200]);
  });

  it('are refused where they promise nothing', () => {
    expect(['', '0', '-1', 'x', '99999999'].map(readHours)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('are written in the language', () => {
    expect([hoursText(900, true), hoursText(900, false), hoursText(57_600, true)]).toEqual(['0,25', '0.25', '16']);
  });
});
