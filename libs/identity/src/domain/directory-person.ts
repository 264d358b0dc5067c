import { foldLogin, isLogin } from './login-name.js';
import type { LdapDirectory } from './ldap-directory.js';

/** An entry as it came: texts, and bytes where bytes were asked for. */
export type DirectoryEntry = Readonly<Record<string, Buffer | Buffer[] | string[] | string>> & { readonly dn: string };

/** A person as a directory tells of him. */
export interface DirectoryPerson {
  readonly externalId: string;
  readonly login: string | null;
  readonly name: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly institution: string | null;
  readonly unit: string | null;
  readonly belongsTo: readonly string[];
  /** False where the directory has switched the account off. */
  readonly active: boolean;
}

/** The bit of Active Directory's userAccountControl that says that an account is disabled. */
const DISABLED = 0x2;

/** Attributes that identify by bytes. */
export const BYTES: ReadonlySet<string> = new Set(['objectguid']);

/** Reads an entry; undefined where it has no identifier or no name, and so is nobody that one could know again. */
export function readDirectoryPerson({ attributes, adds, roles }: LdapDirectory, entry: DirectoryEntry): DirectoryPerson | undefined {
  const first = (name: string | null): string | null => (name === null ? null : (valuesOf(entry, name)[0] ?? null));
  const externalId = first(attributes.externalId);
  const login = foldLogin(first(attributes.login) ?? '');
  const name = first(attributes.name) ?? first(attributes.login);
  if (externalId === null || name === null) return undefined;
  const control = Number(first('userAccountControl') ?? 0);
  return {
    ...{ externalId, name, login: isLogin(login) ? login : null },
    ...{ mail: first(attributes.mail)?.toLowerCase() ?? null, phone: first(attributes.phone), unit: first(attributes.unit) },
    institution: 'institution' in adds ? adds.institution : first(adds.from),
    belongsTo: roles === null ? [] : valuesOf(entry, roles.from),
    active: (control & DISABLED) === 0,
  };
}

/** The values of an attribute, whatever capitals the server writes it with; bytes as hexadecimal digits. */
function valuesOf(entry: DirectoryEntry, name: string): string[] {
  const key = Object.keys(entry).find((one) => one.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? [] : entry[key]!;
  const values: readonly (Buffer | string)[] = Array.isArray(value) ? value : [value];
  return values.map((one) => (typeof one === 'string' ? one.trim() : one.toString('hex'))).filter((text) => text !== '');
}
