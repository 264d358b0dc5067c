import { readSeed, type Tx } from '#platform';
import { importGroups, importInstitutions } from '../store/import-people.js';
import { FIRST_LINE_ID, PROVIDER_ID } from './reference-ids.js';

export interface IdentityReference {
  readonly provider: { readonly nameLv: string; readonly nameEn: string };
  readonly firstLine: { readonly nameLv: string; readonly nameEn: string; readonly calendarCode: string };
}

export const identityReference = (): IdentityReference => readSeed<IdentityReference>('reference/identity.json');

/**
 * What every installation needs before its first ticket: the institution that provides the services, and a first line that
 * takes whatever no service directs. Does nothing where a provider or a group is there already.
 */
export async function layReference(tx: Tx): Promise<void> {
  const { provider, firstLine } = identityReference();
  const [there] = await tx.query<{ provider: boolean; groups: boolean }>(
    `select exists (select 1 from identity.institution where kind = 'provider') as provider, exists (select 1 from identity.support_group) as groups`,
  );
  if (!there?.provider) {
    await importInstitutions(tx, [{ ...provider, id: PROVIDER_ID, kind: 'provider', isClient: false, activeFrom: '2020-01-01' }]);
  }
  if (!there?.groups) await importGroups(tx, [{ ...firstLine, id: FIRST_LINE_ID, tier: 1, isUserSupport: true }]);
}
