import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#kernel';
import { readLdapDirectories } from './ldap-directory.js';
import { ownPath } from './oidc-attempt.js';
import { readOidcProviders } from './oidc-provider.js';
import { foldWord } from './outside-source.js';

const SECRET = 'never-to-be-told';
const named = { code: 'vm', nameLv: 'Konts', nameEn: 'Account', institutions: ['90000000001'] };
const oidc = { ...named, issuer: 'https://sso.example', clientId: 'atbalsts', clientSecret: SECRET };
const ldap = {
  ...{ ...named, url: 'ldaps://dc.example', bindDn: 'cn=reader', bindPassword: SECRET, base: 'dc=example' },
  add: { institution: '90000000001' },
};

const placeOf = (read: () => unknown): string => {
  try {
    read();
    return 'accepted';
  } catch (error) {
    expect(String((error as Error).message)).not.toContain(SECRET);
    return error instanceof DomainError ? String(error.params['place']) : String(error);
  }
};

describe('the settings of providers', () => {
  it.each<[string, object, string]>([
    ['a field that is not known', { instituitons: [] }, '[0].instituitons'],
    ['no institutions', { institutions: [] }, '[0].institutions'],
    ['plain http', { issuer: 'http://sso.example' }, '[0].issuer'],
    ['a link without the claim', { link: ['external-id'] }, '[0].externalIdClaim'],
    ['a link of another kind', { link: ['phone'] }, '[0].link'],
    ['a role that there is not', { roles: { from: 'groups', map: { desk: ['boss'] } } }, '[0].roles.map.desk'],
    ['no secret', { clientSecret: '' }, '[0].clientSecret'],
    ['a flag that is a word', { signOut: 'false' }, '[0].signOut'],
    ['a scope without openid', { scope: 'profile' }, '[0].scope'],
  ])('are refused with %s', (_what, more, place) => {
    expect(placeOf(() => readOidcProviders([{ ...oidc, ...more }]))).toBe(place);
  });

  it('are accepted as the README shows them, and on this machine without https', () => {
    expect(placeOf(() => readOidcProviders([oidc, { ...oidc, code: 'local', issuer: 'http://127.0.0.1:8080' }]))).toBe('accepted');
    expect(placeOf(() => readOidcProviders([oidc, oidc]))).toBe('[1].code');
  });
});

describe('the settings of directories', () => {
  it.each<[string, object, string]>([
    ['a connection that anybody reads', { url: 'ldap://dc.example' }, '[0].url'],
    ['a password in the address', { url: 'ldaps://user:pass@dc.example' }, '[0].url'],
    ['no institution for its people', { add: null }, '[0].add'],
    ['a share that is none', { endAtMostPercent: 101 }, '[0].endAtMostPercent'],
    ['an attribute that is none', { attributes: { login: 'uid)(' } }, '[0].attributes.login'],
  ])('are refused with %s', (_what, more, place) => {
    expect(placeOf(() => readLdapDirectories([{ ...ldap, ...more }]))).toBe(place);
  });

  it('are accepted with ldaps, StartTLS, or on this machine', () => {
    for (const more of [{}, { url: 'ldap://dc.example', startTls: true }, { url: 'ldap://127.0.0.1:389' }])
      expect(placeOf(() => readLdapDirectories([{ ...ldap, ...more }]))).toBe('accepted');
  });
});

describe('the page to go on to', () => {
  it.each(['/tickets/INC-1', '/desk?view=1&q=%C4%81'])('may be %s', (path) => expect(ownPath(path)).toBe(path));
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\\b',
    '/a\nb',
    '',
    'a',
    '/\t/evil.example',
    `/${'x'.repeat(500)}`,
  ])('is left out where it is %j', (path) => expect(ownPath(path)).toBeNull());
});

it('names of groups are compared without regard to capitals and blanks', () => {
  expect(foldWord(' CN=Desk, OU=Groups,DC=x ')).toBe(foldWord('cn=desk,ou=groups,dc=x'));
});
