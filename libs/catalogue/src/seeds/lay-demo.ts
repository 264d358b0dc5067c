import { demoId } from '#identity';
import { readSeed, type Tx } from '#platform';
import { CONTACT_ID } from '../store/contact-table.js';
import { importServices, importSubscriptions, type OfferingKind } from '../store/import-services.js';

const SINCE = '2024-01-01';

interface DemoService {
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly descriptionLv: string;
  readonly descriptionEn: string;
  readonly criticality: 'low' | 'medium' | 'high' | 'critical';
  readonly group: string;
  readonly owner: string;
  readonly kinds: readonly OfferingKind[];
  readonly institutions: 'all' | readonly string[];
}

/** The Centre works with all of its services itself. */
const PROVIDER = 'centre';

/** The number of the demonstration; an administrator's own stays. */
async function layNumber(tx: Tx): Promise<void> {
  await tx.execute(`update catalogue.contact set phone = $2, note_lv = $3, note_en = $4 where id = $1 and version = 1`, [
    CONTACT_ID,
    '+371 6700 0112',
    'Zvanus pieņemam darba laikā; par operatīvā dienesta sistēmām – visu diennakti.',
    'Calls are taken in opening hours; about systems of the duty services day and night.',
  ]);
}

/** Lays out the services of the demonstration, after `seedIdentityDemo`. May be run again. */
export async function seedCatalogueDemo(tx: Tx): Promise<void> {
  await layNumber(tx);
  const services = readSeed<DemoService[]>('demo/services.json');
  await importServices(
    tx,
    services.map(({ code, group, owner, nameLv, nameEn, descriptionLv, descriptionEn, criticality, kinds }) => ({
      id: demoId('service', code),
      ownerId: demoId('person', owner),
      defaultGroupId: demoId('group', group),
      status: 'published' as const,
      code,
      nameLv,
      nameEn,
      descriptionLv,
      descriptionEn,
      criticality,
      kinds,
    })),
  );
  const everybody = readSeed<{ key: string }[]>('demo/institutions.json').map(({ key }) => key);
  await importSubscriptions(
    tx,
    services.flatMap(({ code, institutions }) =>
      (institutions === 'all' ? everybody : [PROVIDER, ...institutions]).map((key) => ({
        serviceId: demoId('service', code),
        institutionId: demoId('institution', key),
        validFrom: SINCE,
      })),
    ),
  );
}
