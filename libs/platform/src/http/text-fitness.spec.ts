import { unfitFields } from './text-fitness.js';

describe('text that the database can store', () => {
  it('lets ordinary text, numbers and absent values pass', () => {
    expect(unfitFields({ title: 'Ārā līst 🌧', impact: 2, note: null, until: undefined, tags: ['a'] })).toEqual([]);
  });

  it('names the field with a null character or half a surrogate pair', () => {
    expect(unfitFields({ title: 'a\u0000b', tags: ['ok', '\ud800'] })).toEqual([
      { pointer: '/title', code: 'platform.field-characters' },
      { pointer: '/tags/1', code: 'platform.field-characters' },
    ]);
  });

  it('names a single parameter by the name it is asked under', () => {
    expect(unfitFields('\u0000', '/q')).toEqual([{ pointer: '/q', code: 'platform.field-characters' }]);
  });

  it('refuses a key with a null character, and escapes the others', () => {
    expect(unfitFields({ 'a\u0000': 1, 'b/c~': '\u0000' })).toEqual([
      { pointer: '', code: 'platform.field-characters' },
      { pointer: '/b~1c~0', code: 'platform.field-characters' },
    ]);
  });

  it('does not walk into a body nested thousands deep', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`);
    expect(unfitFields(deep)).toEqual([{ pointer: '', code: 'platform.field-depth' }]);
  });
});
