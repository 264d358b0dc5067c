import { foldLogin, newLogin } from './login-name.js';

describe('a login', () => {
  it('is compared without case and surrounding blanks', () => {
    expect(foldLogin('  Elina ')).toBe('elina');
  });

  it.each(['elina', 'e.berzina', 'a-1', 'Elina'])('may be %s', (text) => {
    expect(newLogin(text)).toBe(text.toLowerCase());
  });

  it.each(['', 'ab', '.elina', 'elina.', 'elīna', 'a b c', 'a'.repeat(65), '<b>x</b>'])('may not be "%s"', (text) => {
    expect(() => newLogin(text)).toThrow(expect.objectContaining({ code: 'identity.login-invalid' }));
  });
});
