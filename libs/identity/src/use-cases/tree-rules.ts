import type { Kept, TreeRules } from '../domain/tree-judge.js';
import type { InstitutionFields, SourcedUnit } from '../store/organisation-tables.js';

/** Files of institutions. `kept`: all that there are. */
export function institutionRules(kept: readonly Kept<InstitutionFields>[], today: string): TreeRules<InstitutionFields> {
  const holder = new Map(kept.flatMap(({ id, registrationNo }) => (registrationNo === null ? [] : [[registrationNo, id] as const])));
  return {
    fresh: (fields) => {
      const { nameLv, kind } = fields;
      if (!nameLv) return { needs: 'name_lv' };
      if (!kind) return { needs: 'kind' };
      const silent = { isClient: true, activeFrom: today, activeTo: null, parentId: null, registrationNo: null, externalId: null };
      return { fields: { ...silent, nameEn: nameLv, ...fields, nameLv, kind } };
    },
    refuses: (before, after) => {
      const { kind, activeFrom, activeTo, registrationNo } = after;
      // The Centre itself: whatever has no other home stands on it.
      if (before?.kind === 'provider' && (kind !== 'provider' || activeTo !== null)) return ['kind', 'provider-stays', before.nameLv];
      if (activeTo !== null && activeTo <= activeFrom) return ['active_to', 'ends-before-start', activeTo];
      if (registrationNo === null) return undefined;
      const who = before?.id ?? `new ${after.externalId}`;
      if ((holder.get(registrationNo) ?? who) !== who) return ['registration_no', 'registration-no-taken', registrationNo];
      holder.set(registrationNo, who);
      return undefined;
    },
    house: () => '',
    inUse: () => true,
    ends: () => false,
    claim: () => ({}),
  };
}

/** Files of units of institutions, which one source tells of. */
export function unitRules(source: string): TreeRules<SourcedUnit> {
  return {
    fresh: (fields) => {
      const { institutionId, nameLv } = fields;
      if (!institutionId) return { needs: 'institution' };
      if (!nameLv) return { needs: 'name_lv' };
      const silent = { parentId: null, active: true, externalId: null };
      return { fields: { ...silent, nameEn: nameLv, ...fields, nameLv, institutionId, source } };
    },
    refuses: (before, after) => {
      if (!before) return undefined;
      if (before.institutionId !== after.institutionId) return ['institution', 'unit-stays', before.nameLv];
      const { source: _before, ...was } = before;
      const differs = Object.entries(was).some(([field, value]) => (after as unknown as Record<string, unknown>)[field] !== value);
      return differs && before.source !== null && before.source !== source ? ['external_id', 'other-source', before.source] : undefined;
    },
    house: ({ institutionId }) => institutionId,
    inUse: ({ active }) => active,
    ends: (before, after) => before.active && !after.active,
    claim: (before) => (before.source === null ? { source } : {}),
  };
}
