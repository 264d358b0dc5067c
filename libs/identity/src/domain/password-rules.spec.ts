import { passwordFault, requireGoodPassword } from './password-rules.js';

describe('a new password', () => {
  it.each([
    ['elevenchars', 'identity.password-too-short'],
    ['twelve chars', undefined],
    ['Elina.Berzina', 'identity.password-is-login'],
    [' elina.berzina ', 'identity.password-is-login'],
    ['aaaabbbbccccdddd', 'identity.password-too-simple'],
    ['garā parole ar mīkstinājumiem', undefined],
    ['x1y2z'.repeat(52), 'identity.password-too-long'],
    // Twelve characters of four UTF-16 units each are still twelve.
    ['👩‍🚒', 'identity.password-too-short'],
  ])('"%s" is answered with %s', (password, code) => {
    expect(passwordFault(password, 'elina.berzina')).toBe(code);
  });

  it('is refused at its field', () => {
    expect(() => requireGoodPassword('short', 'elina', '/newPassword')).toThrow(
      expect.objectContaining({ kind: 'invalid', fields: [{ pointer: '/newPassword', code: 'identity.password-too-short' }] }),
    );
  });
});
