import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import css from './editor.module.css';
import c from './draft.module.css';
import { PickName } from './PickName';
import { type About, type Scope, scopeKey } from './sections';

interface Chosen {
  about: About;
  institution: string | null;
  service: string | null;
  party: string | null;
}

const empty: Chosen = { about: 'promise', institution: null, service: null, party: null };
const abouts: About[] = ['promise', 'ola', 'supplier'];

function useNames() {
  const { data: services = [] } = useQuery(queries.services());
  const { data: institutions = [] } = useQuery(queries.institutions());
  const { data: groups = [] } = useQuery(queries.groups());
  return { services, institutions, groups };
}

function Fields({ chosen, set }: { chosen: Chosen; set: (part: Partial<Chosen>) => void }) {
  const { t } = useTexts();
  const { services, institutions, groups } = useNames();
  return (
    <>
      <NativeSelect
        label={t('sla.scope.about')}
        data={abouts.map((value) => ({ value, label: t(`sla.scope.${value}`) }))}
        value={chosen.about}
        onChange={(event) => set({ about: event.currentTarget.value as About, party: null })}
      />
      {chosen.about === 'ola' && (
        <PickName
          empty={t('sla.scope.all')}
          label={t('sla.group')}
          items={groups}
          value={chosen.party}
          onChange={(party) => set({ party })}
        />
      )}
      <PickName
        empty={t('sla.scope.all')}
        label={t('sla.institution')}
        items={institutions}
        value={chosen.institution}
        onChange={(institution) => set({ institution })}
      />
      <PickName
        empty={t('sla.scope.all')}
        label={t('sla.service')}
        items={services}
        value={chosen.service}
        onChange={(service) => set({ service })}
      />
    </>
  );
}

/** Adds a section: an exception for a service or an institution, an OLA of a group, or a supplier. */
export function AddScope({ taken, label, onAdd }: { taken: readonly string[]; label: string; onAdd: (scope: Scope) => void }) {
  const { t } = useTexts();
  const { services, institutions, groups } = useNames();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (!chosen)
    return (
      <Button variant="default" className={css.addScope} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setChosen(empty)}>
        {label}
      </Button>
    );
  const named = (items: { id: string; name: string }[], id: string | null) => {
    const found = items.find((item) => item.id === id);
    return found ? { id: found.id, name: found.name } : null;
  };
  const scope: Scope = {
    about: chosen.about,
    institution: named(institutions, chosen.institution),
    service: named(services, chosen.service),
    party: named(groups, chosen.party),
  };
  const known = taken.includes(scopeKey(scope));
  return (
    <fieldset className={css.newScope}>
      <legend>{label}</legend>
      <Fields chosen={chosen} set={(part) => setChosen({ ...chosen, ...part })} />
      <div className={css.newScopeActs}>
        <Button variant="default" onClick={() => setChosen(null)}>
          {t('dialog.back')}
        </Button>
        <Button disabled={known} onClick={() => (onAdd(scope), setChosen(null))}>
          {t('sla.add')}
        </Button>
      </div>
      {known && <p className={c.hint}>{t('sla.scope.known')}</p>}
    </fieldset>
  );
}
