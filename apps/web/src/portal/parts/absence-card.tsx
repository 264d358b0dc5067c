import { type SubmitEvent, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import type { components } from '../../shared/api-schema';
import { date } from '../../shared/format/dates';
import { inRiga } from '../../shared/format/riga-time';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { TextField } from '../components/field';
import { Notice, ProblemNotice } from '../components/notice';
import { Skeleton } from '../components/skeleton';
import { useNow } from '../data/use-now';
import { useResource } from '../data/use-resource';
import { useMe } from '../session/session';
import { useTexts } from '../texts';
import css from './account.module.css';
import { DelegateField } from './delegate-field';
import type { NamedPerson } from './person-field';

type Absences = components['schemas']['AbsencesResponse'];
type Absence = Absences['items'][number];

interface Errors {
  firstDay?: string | undefined;
  lastDay?: string | undefined;
  other?: unknown;
}

function placeErrors(error: unknown): Errors {
  const at = (pointer: string): string | undefined =>
    error instanceof ApiProblem ? error.errors.find((field) => field.pointer === pointer)?.detail : undefined;
  const [firstDay, lastDay] = [at('/firstDay'), at('/lastDay')];
  return firstDay || lastDay ? { firstDay, lastDay } : { other: error };
}

function AbsenceForm({ onAdded }: { onAdded: (absences: Absences) => void }) {
  const { t } = useTexts();
  const [days, setDays] = useState({ firstDay: '', lastDay: '' });
  const [delegate, setDelegate] = useState<NamedPerson | null>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const add = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const found: Errors = {};
    if (!days.firstDay) found.firstDay = t('account.absence.dayMissing');
    if (!days.lastDay) found.lastDay = t('account.absence.dayMissing');
    setErrors(found);
    if (found.firstDay || found.lastDay) return;
    setBusy(true);
    try {
      onAdded(await bodyOf(api.POST('/api/v1/me/absences', { body: { ...days, delegateId: delegate?.id ?? null } })));
      setDays({ firstDay: '', lastDay: '' });
      setDelegate(null);
    } catch (error) {
      setErrors(placeErrors(error));
    }
    setBusy(false);
  };
  return (
    <form className={css.form} onSubmit={(event) => void add(event)} noValidate>
      <div className={css.pair}>
        <TextField
          type="date"
          label={t('account.absence.first')}
          value={days.firstDay}
          onText={(firstDay) => setDays({ firstDay, lastDay: days.lastDay || firstDay })}
          error={errors.firstDay}
        />
        <TextField
          type="date"
          label={t('account.absence.last')}
          value={days.lastDay}
          min={days.firstDay}
          onText={(lastDay) => setDays({ ...days, lastDay })}
          error={errors.lastDay}
        />
      </div>
      <DelegateField value={delegate} onChoose={setDelegate} />
      <ProblemNotice error={errors.other} />
      <div className={css.actions}>
        <Button type="submit" busy={busy}>
          {t('account.absence.add')}
        </Button>
      </div>
    </form>
  );
}

/** Who is away today and has open work may hand it over, first of all to who stands in. */
function HandOverOffer({ to }: { to: NamedPerson | null }) {
  const { t } = useTexts();
  const me = useMe();
  const people = useResource('own work', (signal) => bodyOf(api.GET('/api/v1/hand-over/people', { signal })));
  const open = people.data?.items.find(({ id }) => id === me.id)?.open ?? 0;
  if (open === 0) return null;
  return (
    <Notice kind="warning">
      <span>
        {t('account.absence.open', { count: open })}{' '}
        <a href={`/desk/handover${to ? `?to=${to.id}` : ''}`}>
          {to ? t('account.absence.handOverTo', { name: to.name }) : t('account.absence.handOver')}
        </a>
      </span>
    </Notice>
  );
}

/** When I am away and who stands in: shown to whoever hands out work. */
export function AbsenceCard() {
  const { t, locale } = useTexts();
  const { rights } = useMe();
  const { date: today } = inRiga(useNow());
  const [failure, setFailure] = useState<unknown>(null);
  const absences = useResource('absences', (signal) => bodyOf(api.GET('/api/v1/me/absences', { signal })));
  const day = (text: string): string => date(`${text}T12:00:00Z`, locale);
  const days = ({ firstDay, lastDay }: Absence): string =>
    firstDay === lastDay ? day(firstDay) : t('account.absence.days', { first: day(firstDay), last: day(lastDay) });
  const away = absences.data?.items.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay);
  const remove = async (id: string): Promise<void> => {
    setFailure(null);
    await api.DELETE('/api/v1/me/absences/{id}', { params: { path: { id } } }).catch(setFailure);
    absences.reload();
  };
  return (
    <Card className={css.form}>
      <h2>{t('account.absence.title')}</h2>
      <p className={css.sub}>{t('account.absence.sub')}</p>
      {absences.loading && <Skeleton lines={1} />}
      <ProblemNotice error={absences.error ?? failure} onRetry={absences.reload} />
      {absences.data && absences.data.items.length > 0 && (
        <ul className={css.rows}>
          {absences.data.items.map((absence) => (
            <li key={absence.id}>
              <span>
                {days(absence)}
                {absence.delegate && <small>{t('account.absence.delegateIs', { name: absence.delegate.name })}</small>}
              </span>
              <Button aria-label={t('account.absence.removeOne', { days: days(absence) })} onClick={() => void remove(absence.id)}>
                {t('account.absence.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {away && rights.includes('ticket.work') && <HandOverOffer to={away.delegate} />}
      <AbsenceForm onAdded={absences.put} />
    </Card>
  );
}
