import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './item.module.css';
import { ItemSearch } from './ItemSearch';
import type { Item, ItemRelation, ItemSummary } from './types';
import { useItemChange } from './use-item-change';

const kinds = ['runs_on', 'depends_on', 'part_of', 'connected_to'] as const;

/** Says how a device hangs together with another. */
export function RelateDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTexts();
  const [kind, setKind] = useState<ItemRelation['kind']>('depends_on');
  const [target, setTarget] = useState<ItemSummary | null>(null);
  const relate = useItemChange(
    (id: string) =>
      api.POST('/api/v1/configuration-items/{id}/relations', { params: { path: { id: item.id } }, body: { kind, target: id } }),
    onClose,
  );
  return (
    <Modal opened onClose={onClose} size={480} title={t('assets.relate')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (target) relate.mutate(target.id);
        }}
      >
        <p className={c.quiet}>
          <b>{item.name}</b> <span className="num">{item.tag}</span>
        </p>
        <Select
          label={t('assets.relateKind')}
          data={kinds.map((one) => ({ value: one, label: t(`assets.rel.out.${one}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        />
        <ItemSearch label={t('assets.relateTarget')} value={target} onChange={setTarget} without={[item.id]} />
        {relate.error && <ProblemNote error={relate.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" disabled={!target} loading={relate.isPending}>
            {t('assets.add')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
