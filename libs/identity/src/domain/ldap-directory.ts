import { type OutsideSource, readOutsideSource } from './outside-source.js';
import { isLoopback, requireOwnCodes, SettingObject } from './setting-object.js';

/** Attributes of a directory by what they say; null: nothing here says it. */
export interface LdapAttributes {
  readonly login: string;
  readonly name: string;
  readonly externalId: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly unit: string | null;
}

/** A directory (LDAP, Active Directory) by whose passwords people sign in, and which tells every night who they are. */
export interface LdapDirectory extends OutsideSource {
  readonly adds: NonNullable<OutsideSource['adds']>;
  readonly url: string;
  /** Turns the connection into a secret one before anything is said. */
  readonly startTls: boolean;
  /** A file with the certificates that the server is to be known by, where those of the system are not enough. */
  readonly caFile: string | null;
  /** The account by which the directory is read. */
  readonly bindDn: string;
  readonly bindPassword: string;
  readonly base: string;
  /** Which of its entries are people. */
  readonly people: string;
  readonly attributes: LdapAttributes;
  /** May a person who was kept by hand, and nobody of a higher role, become the directory's by his login? */
  readonly takesOver: boolean;
  /** The percentage of its people that a night may end without somebody's word. */
  readonly endsAtMost: number;
}

const SETTING = 'ATBALSTS_LDAP';
const ATTRIBUTE = /^[a-zA-Z][\w;-]{0,63}$/;

/** Reads the directories of `ATBALSTS_LDAP`; those of Active Directory need no attributes named. Throws `identity.sign-in-setting-invalid`. */
export function readLdapDirectories(value: readonly unknown[]): readonly LdapDirectory[] {
  const directories = SettingObject.list(SETTING, value).map(readDirectory);
  requireOwnCodes(SETTING, directories);
  return directories;
}

function readDirectory(from: SettingObject): LdapDirectory {
  const { adds, ...source } = readOutsideSource(from);
  const startTls = from.flag('startTls');
  const directory = {
    ...source,
    adds: adds ?? from.refuse('add'),
    ...{ url: readUrl(from, startTls), startTls, caFile: from.textOrNull('caFile') },
    ...{ bindDn: from.text('bindDn'), bindPassword: from.text('bindPassword'), base: from.text('base') },
    people: from.textOrNull('people') ?? '(&(objectCategory=person)(objectClass=user))',
    attributes: readAttributes(from.object('attributes') ?? new SettingObject(SETTING, 'attributes', {})),
    takesOver: from.flag('takeOver'),
    endsAtMost: from.number('endAtMostPercent', 10, [0, 100]),
  };
  from.done();
  return directory;
}

function readUrl(from: SettingObject, startTls: boolean): string {
  const text = from.text('url');
  if (!URL.canParse(text)) return from.refuse('url');
  const url = new URL(text);
  // Passwords leave this machine sealed, or not at all.
  const sealed =
    url.protocol === 'ldaps:' || (url.protocol === 'ldap:' && (startTls || isLoopback(new URL(text.replace(/^ldap/, 'http')))));
  return sealed && url.username === '' && url.pathname.replace('/', '') === '' ? text : from.refuse('url');
}

function readAttributes(from: SettingObject): LdapAttributes {
  const attribute = (field: string, usual: string): string => {
    const name = from.textOrNull(field) ?? usual;
    return ATTRIBUTE.test(name) ? name : from.refuse(field);
  };
  const read = {
    login: attribute('login', 'sAMAccountName'),
    name: attribute('name', 'displayName'),
    externalId: attribute('externalId', 'objectGUID'),
    mail: attribute('mail', 'mail'),
    phone: attribute('phone', 'telephoneNumber'),
    unit: from.textOrNull('unit'),
  };
  from.done();
  return read;
}

/** What stands with the people of a directory. */
export const sourceOf = ({ code }: Pick<LdapDirectory, 'code'>): string => `ldap:${code}`;
