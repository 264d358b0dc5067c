import { describe, expect, it } from '@jest/globals';
import type { CalendarChange } from './calendar-queries';
import { datesFrom } from './calendar-days';
import { freeLine, lanesOf, stack } from './stack-lanes';

const dates = datesFrom('2026-11-16', 14);
const change = (id: string, from: string, to: string, service?: string): CalendarChange => ({
  ...{
    id,
    number: id,
    title: id,
    kind: 'normal',
    state: 'scheduled',
    version: 1,
    outageMinutes: 0,
    group: null,
    implementer: null,
    movable: true,
  },
  ...{ from: `2026-11-${from}:00Z`, to: `2026-11-${to}:00Z`, services: service ? [{ id: service, name: service }] : [] },
});

describe('lanes of services', () => {
  it('put changes of one day below each other, and a later one on the first free line', () => {
    const one = change('1', '24T18:00', '24T20:00');
    const two = change('2', '24T19:00', '24T21:00');
    const long = change('3', '24T20:00', '26T12:00');
    const later = change('4', '25T18:00', '25T20:00');
    const { placed, lines } = stack([later, long, two, one], dates);
    expect(lines).toBe(3);
    expect(placed.map(({ change: { id }, column, end, line }) => [id, column, end, line])).toEqual([
      ['1', 8, 9, 0],
      ['2', 8, 9, 1],
      ['3', 8, 11, 2],
      ['4', 9, 10, 0],
    ]);
    expect([8, 9, 10, 11].map((column) => freeLine(placed, column))).toEqual([3, 1, 0, 0]);
  });

  it('cut what reaches over the ends and leave out what lies outside', () => {
    const { placed } = stack(
      [change('1', '14T08:00', '17T12:00'), change('2', '29T08:00', '30T12:00'), change('3', '01T08:00', '01T09:00')],
      dates,
    );
    expect(placed.map(({ column, end }) => [column, end])).toEqual([
      [0, 2],
      [13, 14],
    ]);
  });

  it('are by the main service, with one for changes that name none', () => {
    const lanes = lanesOf(
      [{ id: 'mail' }, { id: 'vpn' }],
      [change('1', '24T18:00', '24T20:00', 'vpn'), change('2', '24T18:00', '24T20:00')],
      dates,
    );
    expect(lanes.map(({ id, placed }) => [id, placed.length])).toEqual([
      ['mail', 0],
      ['vpn', 1],
      [null, 1],
    ]);
  });
});
