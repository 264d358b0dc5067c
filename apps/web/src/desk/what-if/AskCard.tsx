import { Button, Select, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { problemText } from '../../shared/api/problem';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { readHours } from './hours-text';
import { isPeriod, type Preset, presetPeriod, PRESETS } from './periods';
import { TargetFields, type TypedTargets } from './TargetFields';
import c from './what-if.module.css';
import { type AskedTarget, calendarsQuery, generalTargetsQuery, policiesQuery, type PolicyTarget } from './what-if-queries';

/** Typed hours as targets, each on the calendar that holds for it; undefined where something typed is no time. */
function askedTargets(typed: TypedTargets, inForce: readonly PolicyTarget[]): AskedTarget[] | undefined {
  const asked: AskedTarget[] = [];
  for (const { kind, priority, seconds: now, calendar } of inForce) {
    const text = typed[`${kind} ${priority}`];
    if (!text?.trim() || (kind !== 'response' && kind !== 'resolution')) continue;
    const seconds = readHours(text);
    if (seconds === undefined) return undefined;
    if (seconds !== now) asked.push({ kind, priority, seconds, calendarCode: calendar.code });
  }
  return asked;
}

function useOffers() {
  const { locale } = useTexts();
  const policies = useQuery(policiesQuery).data ?? [];
  const calendars = useQuery(calendarsQuery).data ?? [];
  const general = policies.find((policy) => policy.general);
  return {
    policies: policies.flatMap(({ draft, name }) => (draft ? [{ value: draft.id, label: `${name}, ${draft.version}.` }] : [])),
    calendars: calendars
      .filter(({ hasDraft }) => hasDraft)
      .map(({ id, nameLv, nameEn }) => ({ value: id, label: locale === 'lv' ? nameLv : nameEn })),
    targets: useQuery(generalTargetsQuery(general)).data ?? [],
  };
}

/** Asks for a replay: a past period, and what is to be tried on it. */
export function AskCard({ busy, onStarted }: { busy: boolean; onStarted: (id: string) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const titleId = useId();
  const client = useQueryClient();
  const offers = useOffers();
  const [preset, setPreset] = useState<Preset>('three');
  const [own, setOwn] = useState(presetPeriod('three'));
  const [policyDraftId, setPolicy] = useState<string | null>(null);
  const [calendarId, setCalendar] = useState<string | null>(null);
  const [typed, setTyped] = useState<TypedTargets>({});
  const period = preset === 'own' ? own : presetPeriod(preset);
  const targets = askedTargets(typed, offers.targets);
  const start = useMutation({
    mutationFn: () => {
      const parts = { ...(policyDraftId ? { policyDraftId } : {}), ...(calendarId ? { calendarId } : {}), targets: targets ?? [] };
      return bodyOf(api.POST('/api/v1/what-if', { body: { ...period, ...parts } }));
    },
    onSuccess: ({ id }) => onStarted(id),
    onSettled: () => client.invalidateQueries({ queryKey: ['what-ifs'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isPeriod(period) && targets) start.mutate();
  };
  return (
    <form className={`${reportsCss.card} ${c.ask}`} aria-labelledby={titleId} onSubmit={submit}>
      <h2 id={titleId}>{t('whatIf.ask')}</h2>
      <Select
        label={t('whatIf.period')}
        data={PRESETS.map((value) => ({ value, label: t(`whatIf.preset.${value}`) }))}
        value={preset}
        onChange={(value) => setPreset(PRESETS.find((one) => one === value) ?? 'three')}
        allowDeselect={false}
      />
      {preset === 'own' && (
        <div className={c.months}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="month"
              label={t(`whatIf.${end}`)}
              placeholder="2026-03"
              value={own[end]}
              error={end === 'to' && !isPeriod(own) && t('whatIf.badPeriod')}
              onChange={({ currentTarget: { value } }) => setOwn((before) => ({ ...before, [end]: value }))}
            />
          ))}
        </div>
      )}
      <DraftSelect what="policy" data={offers.policies} value={policyDraftId} onChange={setPolicy} />
      <DraftSelect what="calendar" data={offers.calendars} value={calendarId} onChange={setCalendar} />
      <TargetFields inForce={offers.targets} typed={typed} onChange={setTyped} />
      {start.error && (
        <p role="alert" className={c.problem}>
          {problemText(texts, start.error)}
        </p>
      )}
      <Button type="submit" leftSection={<IconPlayerPlay size={16} aria-hidden />} loading={start.isPending} disabled={busy || !targets}>
        {t(busy ? 'whatIf.busy' : 'whatIf.start')}
      </Button>
    </form>
  );
}

interface DraftSelectProps {
  what: 'policy' | 'calendar';
  data: { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A draft to be tried; says so where there is none. */
function DraftSelect({ what, data, value, onChange }: DraftSelectProps) {
  const { t } = useTexts();
  return (
    <Select
      label={t(`whatIf.${what}`)}
      data={data}
      value={value}
      onChange={onChange}
      placeholder={t(data.length > 0 ? `whatIf.${what}.inForce` : `whatIf.${what}.none`)}
      disabled={data.length === 0}
      clearable
      clearButtonProps={{ 'aria-label': t('whatIf.clear') }}
    />
  );
}
