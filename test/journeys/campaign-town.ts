import { type ImportedPerson, importGrants, importInstitutions, importPeople, stableId } from '#identity';
import type { Tx, UnitOfWork } from '#platform';

/** An institution of the journey. The last one is left out of the campaign, the one before it stays silent, one has few people. */
export interface Town {
  readonly id: string;
  readonly name: string;
  readonly people: readonly string[];
  readonly coordinator: string;
  /** Share of its people who answer. */
  readonly answers: number;
}

export const INSTITUTIONS = 30;
export const PEOPLE = 3_000;
/** In the only institution whose people are fewer than the smallest group that may be shown. */
const FEW = 4;

/** Sizes that add up to all people: from 4 to about 190, none like another. */
function sizes(): number[] {
  const weights = Array.from({ length: INSTITUTIONS - 1 }, (_, i) => i + 2);
  const sum = weights.reduce((a, b) => a + b);
  const rest = weights.map((weight) => Math.floor((weight / sum) * (PEOPLE - FEW)));
  rest[rest.length - 1]! += PEOPLE - FEW - rest.reduce((a, b) => a + b);
  return [FEW, ...rest];
}

function plannedTowns(): (Town & { readonly rows: readonly ImportedPerson[] })[] {
  return sizes().map((size, i) => {
    const id = stableId('journey-institution', String(i));
    const rows = Array.from({ length: size }, (_, k) => ({
      id: stableId('journey-person', String(i), String(k)),
      name: `Persona ${i}-${k}`,
      email: `p${k}@i${i}.example`,
      locale: k % 5 === 0 ? ('en' as const) : ('lv' as const),
      institutionId: id,
    }));
    const silent = i >= INSTITUTIONS - 2;
    // Three of the four in the smallest one.
    const answers = silent ? 0 : i === 0 ? 0.8 : 0.2 + (0.6 * ((i * 7) % 11)) / 10;
    return {
      id,
      name: `Iestāde ${String(i).padStart(2, '0')}`,
      people: rows.map((row) => row.id),
      coordinator: rows[0]!.id,
      answers,
      rows,
    };
  });
}

/** Lays thirty client institutions with three thousand people into the register, in place of the clients that are there. */
export async function layTowns(unitOfWork: UnitOfWork): Promise<Town[]> {
  const towns = plannedTowns();
  await unitOfWork.run(async (tx: Tx) => {
    await tx.execute(`update identity.institution set is_client = false`);
    await importInstitutions(
      tx,
      towns.map(({ id, name }) => ({ id, nameLv: name, nameEn: name, kind: 'agency', isClient: true, activeFrom: '2024-01-01' })),
    );
    for (const { rows } of towns) await importPeople(tx, rows);
    await importGrants(
      tx,
      towns.map(({ id, coordinator }) => ({ userId: coordinator, role: 'institution_coordinator', scope: 'institution', scopeId: id })),
    );
  });
  return towns;
}
