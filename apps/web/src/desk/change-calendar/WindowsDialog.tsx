import { Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import form from '../changes/form.module.css';
import { useTexts } from '../texts';
import { Freezes } from './Freezes';
import { Maintenance } from './Maintenance';

/** Freezes and maintenance: what there is, one more, one less. */
export function WindowsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [part, setPart] = useState('freeze');
  return (
    <Modal opened onClose={onClose} size={640} title={t('chcal.windows')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={form.dialog}>
        <SegmentedControl
          aria-label={t('chcal.windows')}
          value={part}
          onChange={setPart}
          data={[
            { value: 'freeze', label: t('chcal.freezes') },
            { value: 'maintenance', label: t('chcal.maintenanceHours') },
          ]}
        />
        {part === 'freeze' ? <Freezes /> : <Maintenance />}
      </div>
    </Modal>
  );
}
