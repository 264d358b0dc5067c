import { changesOf, type ItemFields, nameOf, readTag } from './item.js';

const KEPT: ItemFields = {
  ...{ tag: 'A-1', name: 'Dators', class: 'laptop', status: 'in_use', institutionId: 'i', custodianId: 'c', serial: null },
  ...{ manufacturer: null, model: null, location: '101', purchasedOn: null, warrantyUntil: null, supportUntil: null },
  ...{ agentSeenAt: null, note: null },
};

describe('an asset tag', () => {
  it.each([
    ['it-004512', 'IT-004512'],
    ['  a  12/7 ', 'A 12/7'],
    ['7', '7'],
    ['ēr_1.2', 'ĒR_1.2'],
  ])('is read from "%s" as %s', (text, tag) => expect(readTag(text)).toBe(tag));

  it.each(['', 'COUNTS', '-1', '1-', 'a?1', 'x'.repeat(60) + '1', '1\u0000'])('is not "%s"', (text) =>
    expect(readTag(text)).toBeUndefined(),
  );
});

describe('the changes of an item', () => {
  it('are those of fields that are named and differ', () => {
    expect(changesOf(KEPT, { location: '102', custodianId: null, name: 'Dators' })).toEqual({
      location: { from: '101', to: '102' },
      custodianId: { from: 'c', to: null },
    });
    expect(changesOf(KEPT, {})).toEqual({});
  });
});

it('is called by maker and model where nobody named it', () => {
  expect(nameOf({ manufacturer: 'Dell', model: 'P2422H' })).toBe('Dell P2422H');
  expect(nameOf({ name: 'Ekrāns', manufacturer: 'Dell' })).toBe('Ekrāns');
  expect(nameOf({})).toBe('');
});
