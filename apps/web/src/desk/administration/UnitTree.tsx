import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import item from '../assets/item.module.css';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './admin.module.css';
import { adminQueries, type Institution, type Unit } from './admin-queries';
import { UnitDialog } from './UnitDialog';

/** How deep each unit stands; parents come before what stands below them. */
function depths(units: readonly Unit[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { id, parentId } of units) found.set(id, parentId === null ? 0 : (found.get(parentId) ?? 0) + 1);
  return found;
}

/** The units of an institution as a tree. */
export function UnitTree({ institution }: { institution: Institution }) {
  const { t, locale } = useTexts();
  const { number } = useFormat();
  const { data: units } = useQuery(adminQueries.units(institution.id));
  const [open, setOpen] = useState<'add' | Unit | null>(null);
  const depth = depths(units ?? []);
  const mayChange = institution.abilities.change;
  return (
    <section className={item.card} aria-labelledby="units-title">
      <header>
        <h2 id="units-title">{t('admin.institution.units')}</h2>
        {mayChange && (
          <Button className={c.keep} size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('add')}>
            {t('admin.unit.add')}
          </Button>
        )}
      </header>
      {!units && <Skeleton height={120} />}
      {units?.length === 0 && <p className={c.quiet}>{t('admin.unit.none')}</p>}
      <ul className={c.rows}>
        {units?.map((unit) => {
          const name = locale === 'lv' ? unit.nameLv : unit.nameEn;
          return (
            <li key={unit.id} className={c.unit} data-depth={Math.min(depth.get(unit.id) ?? 0, 5)}>
              <div>
                <b>{name}</b>{' '}
                {!unit.active && (
                  <span className={c.tag} data-mood="gone">
                    {t('admin.ended')}
                  </span>
                )}
                <small className="num">{t('admin.unit.people', { count: unit.people, n: number(unit.people) })}</small>
              </div>
              {mayChange && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('admin.unit.editOne', { name })}
                  title={t('admin.unit.editOne', { name })}
                  onClick={() => setOpen(unit)}
                >
                  <IconPencil size={17} aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {open !== null && (
        <UnitDialog
          institutionId={institution.id}
          units={units ?? []}
          {...(open === 'add' ? {} : { unit: open })}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
