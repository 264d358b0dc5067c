import { NumberInput, TextInput } from '@mantine/core';
import { rigaInstant, rigaWall } from '../../ticket/riga-wall';
import { useTexts } from '../../texts';
import c from '../form.module.css';
import type { Change } from '../types';

/** A window as fields of date and time on the wall clock of Riga have it. */
export interface WindowDraft {
  from: string;
  to: string;
  outage: number | '';
}

export const windowOf = ({ window, outageMinutes }: Pick<Change, 'window' | 'outageMinutes'>): WindowDraft => ({
  from: window ? rigaWall(window.from) : '',
  to: window ? rigaWall(window.to) : '',
  outage: outageMinutes,
});

/** The window as the API wants it; null while it is not whole or runs backwards. */
export function bodyOfWindow({ from, to, outage }: WindowDraft): { plannedFrom: string; plannedTo: string; outageMinutes: number } | null {
  const [plannedFrom, plannedTo] = [rigaInstant(from), rigaInstant(to)];
  if (!plannedFrom || !plannedTo || plannedTo <= plannedFrom) return null;
  return { plannedFrom, plannedTo, outageMinutes: outage === '' ? 0 : outage };
}

interface Props {
  fields: WindowDraft;
  onChange: (fields: WindowDraft) => void;
  /** A window that is moved keeps its outage. */
  withOutage?: boolean;
}

/** When it begins and ends, and how long nobody can work. */
export function WindowFields({ fields, onChange, withOutage = true }: Props) {
  const { t } = useTexts();
  const backwards = fields.from !== '' && fields.to !== '' && fields.to <= fields.from;
  return (
    <div className={withOutage ? c.triple : c.pair}>
      <TextInput
        type="datetime-local"
        label={t('change.window.from')}
        required
        value={fields.from}
        onChange={(event) => onChange({ ...fields, from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('change.window.to')}
        required
        min={fields.from}
        value={fields.to}
        error={backwards ? t('change.window.backwards') : undefined}
        onChange={(event) => onChange({ ...fields, to: event.currentTarget.value })}
      />
      {withOutage && (
        <NumberInput
          label={t('change.window.outage')}
          title={t('change.window.outageHint')}
          min={0}
          max={43_200}
          hideControls
          allowDecimal={false}
          value={fields.outage}
          onChange={(value) => onChange({ ...fields, outage: typeof value === 'number' ? value : '' })}
        />
      )}
    </div>
  );
}
