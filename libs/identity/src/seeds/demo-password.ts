import { randomInt } from 'node:crypto';

/** Without the letters and digits that are taken for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password that can be typed from a screen: sixteen characters in groups of four, 80 bits. */
export function demoPassword(): string {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
