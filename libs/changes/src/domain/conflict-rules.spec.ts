import { describe, expect, it } from '@jest/globals';
import { type Interval, parseInstant } from '#kernel';
import type { Freeze, Ground, Occupant } from './conflict.js';
import { between, conflictsOf, uncovered } from './conflict-rules.js';

const at = (time: string) => parseInstant(`2026-11-24T${time}:00Z`);
const span = (from: string, to: string): Interval => ({ from: at(from), to: at(to) });

/** An application runs on a host, which is a part of a rack; the service stands on the application. */
const TIES: Readonly<Record<string, 'dependent_item' | 'parent_item'>> = {
  'app host': 'dependent_item',
  'host rack': 'parent_item',
  'app rack': 'dependent_item',
};
const FEELING: Readonly<Record<string, readonly string[]>> = { app: ['mail'], host: ['mail'], rack: ['mail'], other: [] };

const ground = (more: Partial<Ground> = {}): Ground => ({
  tie: (a, b) => TIES[`${a} ${b}`] ?? TIES[`${b} ${a}`],
  servicesFeeling: (item) => new Set(FEELING[item]),
  institutionsOf: (part) => new Set(part === 'mail' || part === 'host' ? ['police'] : []),
  tagOf: (item) => item,
  freezes: [],
  maintenanceOf: () => undefined,
  ...more,
});

const change = (id: string, more: Partial<Occupant> = {}): Occupant => ({
  ...{ id, itemIds: [], serviceIds: [], implementerId: null, emergency: false },
  ...span('20:00', '22:00'),
  ...more,
});
const reasons = (one: Occupant, two: Occupant): string[] => between(one, two, ground()).map(({ reason }) => reason);

const ITEMS = ['app', 'host', 'rack', 'other'];
const itemReason = (a: string | null, b: string | null): string | undefined => {
  if (a === null || b === null) return undefined;
  return a === b ? 'same_item' : (TIES[`${a} ${b}`] ?? TIES[`${b} ${a}`]);
};

describe('Two changes in one window', () => {
  it('conflict by what the table of ties, services and people says, whichever of them asks', () => {
    for (const a of [null, ...ITEMS])
      for (const b of [null, ...ITEMS])
        for (const services of [
          [[], []],
          [['vpn'], ['vpn']],
          [['vpn'], ['mail']],
          [['mail'], []],
        ] as const)
          for (const [one, two] of [
            ['anna', 'anna'],
            ['anna', 'juris'],
            [null, null],
          ] as const) {
            const first = change('1', { itemIds: a ? [a] : [], serviceIds: services[0], implementerId: one });
            const second = change('2', { itemIds: b ? [b] : [], serviceIds: services[1], implementerId: two });
            const touched = [first, second].map(({ itemIds, serviceIds }) => [...serviceIds, ...itemIds.flatMap((i) => FEELING[i]!)]);
            const expected = [
              itemReason(a, b) ?? (touched[0]!.some((s) => touched[1]!.includes(s)) ? 'same_service' : undefined),
              one !== null && one === two ? 'implementer_busy' : undefined,
            ].filter((reason) => reason !== undefined);
            expect([a, b, services, reasons(first, second)]).toEqual([a, b, services, expected]);
            expect(reasons(second, first)).toEqual(expected);
          }
  });

  it('conflict only while both are under way, half-open', () => {
    const first = change('1', { itemIds: ['app'] });
    const when = (from: string, to: string) => between(first, change('2', { itemIds: ['app'], ...span(from, to) }), ground());
    expect(when('18:00', '20:00')).toEqual([]);
    expect(when('22:00', '23:00')).toEqual([]);
    expect(when('21:59', '23:00')).toMatchObject([{ ...span('21:59', '22:00'), blocking: true }]);
    expect(when('19:00', '23:00')).toMatchObject([span('20:00', '22:00')]);
    expect(when('20:30', '20:31')).toMatchObject([span('20:30', '20:31')]);
  });

  it('name one item, the gravest tie first, then by tag', () => {
    const first = change('1', { itemIds: ['host', 'app'] });
    const name = (itemIds: string[]) =>
      between(first, change('2', { itemIds }), ground()).map(({ reason, itemId }) => `${reason} ${itemId}`);
    expect(name(['rack', 'app'])).toEqual(['same_item app']);
    expect(name(['rack', 'host', 'app'])).toEqual(['same_item app']);
    expect(name(['rack'])).toEqual(['dependent_item rack']);
  });

  it('are not held against themselves', () => {
    expect(conflictsOf(change('1', { itemIds: ['app'] }), [change('1', { itemIds: ['app'] })], ground())).toEqual([]);
  });

  it('block on the same item, and warn of everything else', () => {
    const asked = change('1', { itemIds: ['app'], implementerId: 'anna' });
    const others = [change('2', { itemIds: ['host'], implementerId: 'anna' }), change('3', { itemIds: ['app'] })];
    expect(conflictsOf(asked, others, ground()).map(({ reason, blocking, otherId }) => [reason, blocking, otherId])).toEqual([
      ['same_item', true, '3'],
      ['dependent_item', false, '2'],
      ['implementer_busy', false, '2'],
    ]);
  });
});

describe('A freeze', () => {
  const freeze = (more: Partial<Freeze> = {}): Freeze => ({
    id: 'f',
    reason: 'Vēlēšanas',
    serviceId: null,
    institutionId: null,
    ...span('21:00', '23:00'),
    ...more,
  });
  const found = (one: Occupant, one_freeze: Freeze) => conflictsOf(one, [], ground({ freezes: [one_freeze] }));

  it('for all blocks whatever lies in it', () => {
    expect(found(change('1'), freeze())).toMatchObject([{ reason: 'freeze', blocking: true, freezeId: 'f', ...span('21:00', '22:00') }]);
    expect(found(change('1', span('19:00', '21:00')), freeze())).toEqual([]);
  });

  it('of a service concerns changes that name it or whose items it feels', () => {
    expect(found(change('1', { serviceIds: ['mail'] }), freeze({ serviceId: 'mail' }))).toHaveLength(1);
    expect(found(change('1', { itemIds: ['rack'] }), freeze({ serviceId: 'mail' }))).toHaveLength(1);
    expect(found(change('1', { itemIds: ['other'], serviceIds: ['vpn'] }), freeze({ serviceId: 'mail' }))).toEqual([]);
  });

  it('of an institution concerns its services and its items', () => {
    const police = freeze({ institutionId: 'police' });
    expect(found(change('1', { serviceIds: ['mail'] }), police)).toHaveLength(1);
    expect(found(change('1', { itemIds: ['host'] }), police)).toHaveLength(1);
    expect(found(change('1', { serviceIds: ['vpn'], itemIds: ['other'] }), police)).toEqual([]);
  });

  it('warns an emergency and does not stop it', () => {
    expect(found(change('1', { emergency: true }), freeze())).toMatchObject([{ reason: 'freeze', blocking: false }]);
  });
});

describe('Maintenance', () => {
  const hours: Readonly<Record<string, readonly Interval[]>> = {
    mail: [span('20:00', '22:00')],
    vpn: [span('18:00', '21:00'), span('21:30', '23:00')],
    idle: [],
  };
  const found = (serviceIds: string[], window = span('20:00', '22:00')) =>
    conflictsOf(change('1', { serviceIds, ...window }), [], ground({ maintenanceOf: (service) => hours[service] }));

  it('holds no change against a service without hours, or inside them', () => {
    expect(found(['free'])).toEqual([]);
    expect(found(['mail'])).toEqual([]);
  });

  it('warns from the first minute outside to the last, of all services', () => {
    expect(found(['vpn'])).toMatchObject([{ reason: 'outside_maintenance', blocking: false, ...span('21:00', '21:30') }]);
    expect(found(['mail', 'vpn'], span('19:00', '21:15'))).toMatchObject([span('19:00', '21:15')]);
    expect(found(['idle'])).toMatchObject([span('20:00', '22:00')]);
  });

  it('leaves uncovered what no part covers', () => {
    expect(uncovered(span('10:00', '14:00'), [span('09:00', '11:00'), span('12:00', '13:00')])).toEqual([
      span('11:00', '12:00'),
      span('13:00', '14:00'),
    ]);
    expect(uncovered(span('10:00', '14:00'), [span('09:00', '15:00')])).toEqual([]);
    expect(uncovered(span('10:00', '14:00'), undefined)).toEqual([]);
  });
});
