import { roleOf, type Role } from './role.js';
import { CODE, type SettingObject } from './setting-object.js';

/** What a provider of sign-ins or a directory may say of people here, as the operator has set it. */
export interface OutsideSource {
  /** How settings and tables call it. */
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  /** The institutions that it speaks for, by external identifier or registration number: it lets in nobody of another one. */
  readonly institutions: readonly string[] | 'all';
  /** Whoever it knows and we do not is added to this institution, or to the one that this claim or attribute names; null: to none. */
  readonly adds: { readonly institution: string } | { readonly from: string } | null;
  /** Where it says what somebody belongs to, and the roles that each such word gives. */
  readonly roles: RoleMap | null;
}

export interface RoleMap {
  readonly from: string;
  /** By the word as it is compared (`foldWord`). */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}

/** Names of groups are compared without regard to capitals and to blanks after commas, as directories do. */
export const foldWord = (word: string): string => word.trim().toLowerCase().replace(/,\s+/g, ',');

/** Reads what providers and directories have in common. */
export function readOutsideSource(from: SettingObject): OutsideSource {
  const code = from.text('code');
  if (!CODE.test(code)) from.refuse('code');
  const institutions = from.texts('institutions');
  // Who speaks for everybody must have been told so.
  if (institutions.length === 0) from.refuse('institutions');
  return {
    code,
    nameLv: from.text('nameLv'),
    nameEn: from.text('nameEn'),
    institutions: institutions.length === 1 && institutions[0] === '*' ? 'all' : institutions,
    adds: readAdds(from.object('add')),
    roles: readRoles(from.object('roles')),
  };
}

function readAdds(from: SettingObject | null): OutsideSource['adds'] {
  if (from === null) return null;
  const institution = from.textOrNull('institution');
  const attribute = from.textOrNull('from');
  from.done();
  if (institution !== null) return { institution };
  return attribute === null ? from.refuse('institution') : { from: attribute };
}

function readRoles(from: SettingObject | null): RoleMap | null {
  if (from === null) return null;
  const map = from.object('map') ?? from.refuse('map');
  const roles = new Map<string, readonly Role[]>();
  for (const word of map.entries()) {
    roles.set(
      foldWord(word),
      map.texts(word).map((name) => roleOf(name) ?? map.refuse(word)),
    );
  }
  const read = { from: from.text('from'), roles };
  from.done();
  return read;
}

/** The roles that these words give, each once. */
export function rolesFor(map: RoleMap, words: readonly string[]): Role[] {
  return [...new Set(words.flatMap((word) => map.roles.get(foldWord(word)) ?? []))];
}

/** Does the source speak for an institution that is known by these? */
export function speaksFor(
  { institutions }: Pick<OutsideSource, 'institutions'>,
  known: { readonly externalId: string | null; readonly registrationNo: string | null },
): boolean {
  if (institutions === 'all') return true;
  return [known.externalId, known.registrationNo].some((word) => word !== null && institutions.includes(word));
}
