import { DomainError } from '#kernel';
import { foldLogin } from './login-name.js';

export const PASSWORD_MIN_LENGTH = 12;

/** Longer ones only make hashing slow. */
export const PASSWORD_MAX_LENGTH = 256;

const MIN_DIFFERENT_CHARACTERS = 5;

/** Why a new password is not taken, as the code of the message; undefined where it may be used. */
export function passwordFault(password: string, login: string): string | undefined {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return 'identity.password-too-short';
  if (length > PASSWORD_MAX_LENGTH) return 'identity.password-too-long';
  if (foldLogin(password) === foldLogin(login)) return 'identity.password-is-login';
  if (new Set(password).size < MIN_DIFFERENT_CHARACTERS) return 'identity.password-too-simple';
  return undefined;
}

/** Refuses (invalid, naming the field `pointer`) a password that `passwordFault` finds fault with. */
export function requireGoodPassword(password: string, login: string, pointer: string): void {
  const code = passwordFault(password, login);
  if (code) throw new DomainError(code, { min: PASSWORD_MIN_LENGTH, max: PASSWORD_MAX_LENGTH }, 'invalid', [{ pointer, code }]);
}
