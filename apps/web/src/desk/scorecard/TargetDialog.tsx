import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import dialogCss from '../campaigns/dialog.module.css';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { type IndicatorDetail, type NewTarget, scorecardChanges, useScorecardChange } from './scorecard-queries';

/** Another target of a year that is not frozen, with the document that sets it; the one before is kept. */
export function TargetDialog({ indicator, onClose }: { indicator: IndicatorDetail; onClose: () => void }) {
  const { t } = useTexts();
  const open = indicator.years.filter(({ frozen }) => !frozen);
  const [year, setYear] = useState(open.at(0)?.year ?? 0);
  const [value, setValue] = useState<string | number>(open.at(0)?.target ?? '');
  const [source, setSource] = useState('');
  const set = useScorecardChange((body: NewTarget) => scorecardChanges.target(indicator.id, body), onClose);
  const choose = (chosen: number): void => {
    setYear(chosen);
    setValue(open.find((one) => one.year === chosen)?.target ?? '');
  };
  return (
    <FormDialog
      title={t('scorecard.setTarget')}
      submit={t('scorecard.setTargetDo')}
      ready={value !== '' && source.trim() !== '' && year > 0}
      busy={set.isPending}
      error={set.error}
      onSubmit={() => set.mutate({ year, value: Number(value), source: source.trim() })}
      onClose={onClose}
    >
      <p>{indicator.name}</p>
      {open.length === 0 && <p>{t('scorecard.allFrozen')}</p>}
      <div className={dialogCss.pair}>
        <NativeSelect
          label={t('scorecard.year')}
          value={String(year)}
          onChange={(event) => choose(Number(event.currentTarget.value))}
          data={open.map((one) => String(one.year))}
        />
        <NumberInput
          hideControls
          label={indicator.unit === 'percent' ? t('scorecard.targetPercent') : t('scorecard.targetCount')}
          required
          decimalSeparator=","
          min={0}
          {...(indicator.unit === 'percent' ? { max: 100 } : {})}
          value={value}
          onChange={setValue}
        />
      </div>
      <TextInput
        label={t('scorecard.targetSource')}
        description={t('scorecard.targetSourceHint')}
        required
        maxLength={300}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
