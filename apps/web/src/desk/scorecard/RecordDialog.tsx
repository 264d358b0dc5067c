import { FileInput, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import dialogCss from '../campaigns/dialog.module.css';
import { useNow } from '../now';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { type IndicatorDetail, type NewMeasurement, scorecardChanges, useScorecardChange } from './scorecard-queries';

const origins = ['imported', 'entered'] as const;

/** What was typed as a number; undefined while nothing is. */
const numberOf = (typed: string | number): number | undefined => (typed === '' ? undefined : Number(typed));

/** A value that the desk does not measure, with the document that it comes from. */
export function RecordDialog({ indicator, year: asked, onClose }: { indicator: IndicatorDetail; year: number; onClose: () => void }) {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const [year, setYear] = useState(asked);
  const [origin, setOrigin] = useState<string | null>('entered');
  const [value, setValue] = useState<string | number>('');
  const [numerator, setNumerator] = useState<string | number>('');
  const [denominator, setDenominator] = useState<string | number>('');
  const [achievedOn, setAchievedOn] = useState('');
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const milestone = indicator.kind === 'milestone';
  const share = indicator.unit === 'percent';
  const record = useScorecardChange((body: NewMeasurement) => scorecardChanges.record(indicator.id, body, file), onClose);
  const counts = [numberOf(numerator), numberOf(denominator)] as const;
  const counted = counts.every((count) => count !== undefined);
  const alone = counts.every((count) => count === undefined) && numberOf(value) !== undefined;
  const given = milestone ? achievedOn !== '' : counted || alone;
  const send = (): void => {
    const numbers = counted ? { numerator: counts[0]!, denominator: counts[1]! } : { value: numberOf(value)! };
    const measured = milestone ? { achievedOn } : numbers;
    record.mutate({ year, origin: origin === 'imported' ? 'imported' : 'entered', source: source.trim(), ...measured });
  };
  return (
    <FormDialog
      title={t('scorecard.record')}
      submit={t('scorecard.recordDo')}
      ready={given && source.trim() !== '' && origin !== null}
      busy={record.isPending}
      error={record.error}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{indicator.name}</p>
      {milestone ? (
        <TextInput
          type="date"
          label={t('scorecard.achievedOn')}
          required
          max={today}
          value={achievedOn}
          onChange={(event) => setAchievedOn(event.currentTarget.value)}
        />
      ) : (
        <div className={dialogCss.pair}>
          <NativeSelect
            label={t('scorecard.year')}
            value={String(year)}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
            data={indicator.years.map((one) => String(one.year))}
          />
          <NumberInput
            hideControls
            label={share ? t('scorecard.valuePercent') : t('scorecard.valueCount')}
            description={share ? t('scorecard.valueHint') : undefined}
            decimalSeparator=","
            min={0}
            {...(share ? { max: 100 } : {})}
            value={value}
            onChange={setValue}
            disabled={counted}
          />
        </div>
      )}
      {share && (
        <div className={dialogCss.pair}>
          <NumberInput
            hideControls
            label={t('scorecard.numerator')}
            min={0}
            allowDecimal={false}
            value={numerator}
            onChange={setNumerator}
          />
          <NumberInput
            hideControls
            label={t('scorecard.denominator')}
            min={1}
            allowDecimal={false}
            value={denominator}
            onChange={setDenominator}
          />
        </div>
      )}
      <Choices
        label={t('scorecard.origin')}
        layout="chips"
        choices={origins.map((one) => ({ value: one, text: t(`scorecard.origin.${one}`) }))}
        value={origin}
        onChange={setOrigin}
      />
      <TextInput
        label={t('scorecard.source')}
        description={t('scorecard.sourceHint')}
        required
        maxLength={300}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <FileInput
        label={t('scorecard.file')}
        description={t('scorecard.fileHint')}
        placeholder={t('scorecard.choose')}
        clearable
        value={file}
        onChange={setFile}
      />
    </FormDialog>
  );
}
