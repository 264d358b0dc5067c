import { DomainError } from '#kernel';

const FORM = /^[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]$/;

/** A login as it is kept and compared: without surrounding blanks, in lower case. */
export function foldLogin(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** Has a folded login the form of one? */
export const isLogin = (login: string): boolean => FORM.test(login);

/** Reads a new account's login. Throws `identity.login-invalid` where its form is not allowed. */
export function newLogin(text: string): string {
  const login = foldLogin(text);
  if (!isLogin(login))
    throw new DomainError('identity.login-invalid', {}, 'invalid', [{ pointer: '/login', code: 'identity.login-invalid' }]);
  return login;
}
