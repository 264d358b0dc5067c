/**
 * What attempts are counted by: signing in by login and address, codes of the second factor by person, forgotten passwords by what was
 * typed and by address, ways to a provider by address.
 */
export type LimitKind = 'account' | 'address' | 'code' | 'reset' | 'reset_address' | 'outside';

/** Failed attempts allowed in one window. Attempts beyond it are refused unseen, and do not make the window longer. */
export const LOGIN_LIMITS: Readonly<Record<LimitKind, number>> = {
  account: 10,
  address: 100,
  code: 5,
  reset: 3,
  reset_address: 30,
  outside: 300,
};

export const LOGIN_WINDOW_SECONDS = 15 * 60;

/** An address as it is counted: IPv6 by its /64, which is one customer's; IPv4 mapped into IPv6 as IPv4. */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] ?? address;
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}
