import { readSeed } from '#platform';
import type { Locale } from '../domain/actor.js';
import type { Role } from '../domain/role.js';
import type { InstitutionKind } from '../store/organisation.js';

export interface DemoInstitution {
  readonly key: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly kind: InstitutionKind;
  readonly isClient: boolean;
  readonly parent: string | null;
  /** Where its people's mail goes: under `.example`, which nobody can own. */
  readonly domain: string;
}

export interface DemoPerson {
  readonly key: string;
  readonly login: string | null;
  readonly name: string;
  readonly institution: string;
  readonly roles: readonly Role[];
  /** The institution that his roles are for, where not all. */
  readonly within?: string;
  readonly locale?: Locale;
}

export interface DemoGroup {
  readonly key: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly tier: number;
  readonly isUserSupport: boolean;
  readonly calendarCode: string;
  readonly lead: string;
  readonly members: readonly string[];
}

export const demoInstitutions = (): DemoInstitution[] => readSeed<DemoInstitution[]>('demo/institutions.json');

/** Those who can sign in first, then those who only appear. */
export const demoPeople = (): DemoPerson[] => [
  ...readSeed<(Omit<DemoPerson, 'key'> & { login: string })[]>('demo/accounts.json').map((account) => ({ ...account, key: account.login })),
  ...readSeed<Omit<DemoPerson, 'login'>[]>('demo/people.json').map((person) => ({ ...person, login: null })),
];

export const demoGroups = (): DemoGroup[] => readSeed<DemoGroup[]>('demo/groups.json');
