import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import dialogCss from '../campaigns/dialog.module.css';
import { useNow } from '../now';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { type NewScorecard, type Scorecard, scorecardChanges, type Scorecards, useScorecardChange } from './scorecard-queries';

interface Props {
  template: Scorecards['templates'][number];
  onMade: (scorecard: Scorecard) => void;
  onClose: () => void;
}

/** A scorecard of another period, from a template: the same goals and targets, its own baselines. */
export function NewScorecardDialog({ template, onMade, onClose }: Props) {
  const { t } = useTexts();
  const [firstYear, setFirstYear] = useState<string | number>(inRiga(useNow()).year);
  const [source, setSource] = useState('');
  const [baselines, setBaselines] = useState(
    () => new Map<string, string | number>(template.baselines.map(({ code, value }) => [code, value])),
  );
  const create = useScorecardChange((body: NewScorecard) => scorecardChanges.create(body), onMade);
  const from = Number(firstYear);
  const years = `${from}–${from + template.years - 1}`;
  const [nameLv, nameEn] = [t('scorecard.newNameLv', { years }), t('scorecard.newNameEn', { years })];
  const whole = from >= 2000 && from <= 2090 && [...baselines.values()].every((value) => value !== '');
  const send = (): void =>
    create.mutate({
      ...{ template: template.code, firstYear: from, nameLv, nameEn, source: source.trim() },
      baselines: [...baselines].map(([code, value]) => ({ code, value: Number(value) })),
    });
  return (
    <FormDialog
      title={t('scorecard.new')}
      submit={t('scorecard.newDo')}
      ready={whole && source.trim() !== ''}
      busy={create.isPending}
      error={create.error}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{t('scorecard.newText', { template: template.name })}</p>
      <div className={dialogCss.pair}>
        <NumberInput
          hideControls
          label={t('scorecard.firstYear')}
          required
          min={2000}
          max={2090}
          allowDecimal={false}
          value={firstYear}
          onChange={setFirstYear}
        />
        {template.baselines.map(({ code, name }) => (
          <NumberInput
            hideControls
            key={code}
            label={t('scorecard.baselineOf', { name })}
            required
            min={0}
            allowDecimal={false}
            value={baselines.get(code) ?? ''}
            onChange={(value) => setBaselines(new Map(baselines).set(code, value))}
          />
        ))}
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
