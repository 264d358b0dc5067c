import { isUUID } from 'class-validator';
import { stableId } from './stable-id.js';

describe('a stable id', () => {
  it('is a UUID, the same for the same words and another for others', () => {
    const ids = Array.from({ length: 200 }, (_, n) => stableId('caller', String(n)));
    expect(ids.every((id) => isUUID(id, 'all'))).toBe(true);
    expect(new Set(ids).size).toBe(200);
    expect(stableId('caller', '7')).toBe(ids[7]);
  });

  it('keeps words apart', () => {
    expect(stableId('ab', 'c')).not.toBe(stableId('a', 'bc'));
  });
});
