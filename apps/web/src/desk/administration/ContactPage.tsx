import { Button, Skeleton, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import type { components } from '../../shared/api-schema';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { useFormat } from '../format';
import { useFaults } from '../registers/use-faults';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './admin.module.css';
import { adminQueries } from './admin-queries';
import { HistoryCard } from './HistoryCard';
import { useAdminChange } from './use-admin-change';

type Contact = components['schemas']['DeskContactResponse'];

const given = (text: string): string | null => text.trim() || null;

function NumberForm({ contact }: { contact: Contact }) {
  const { t } = useTexts();
  const [form, setForm] = useState({ phone: contact.phone ?? '', noteLv: contact.noteLv ?? '', noteEn: contact.noteEn ?? '' });
  const set = (part: Partial<typeof form>): void => setForm((old) => ({ ...old, ...part }));
  const save = useAdminChange(
    () =>
      bodyOf(
        api.PATCH('/api/v1/desk-contact', {
          headers: { 'if-match': `"${contact.version}"` },
          body: { phone: given(form.phone), noteLv: given(form.noteLv), noteEn: given(form.noteEn) },
        }),
      ),
    () => undefined,
  );
  const fault = useFaults(save.error);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <section className={`${item.card} ${c.form}`}>
        <TextInput
          type="tel"
          label={t('contact.phone')}
          description={t('contact.phoneHint')}
          value={form.phone}
          maxLength={30}
          error={fault('phone')}
          onChange={(event) => set({ phone: event.currentTarget.value })}
        />
        {(['noteLv', 'noteEn'] as const).map((field) => (
          <Textarea
            key={field}
            label={t(`contact.${field}`)}
            description={t('contact.noteHint')}
            value={form[field]}
            maxLength={300}
            autosize
            minRows={2}
            error={fault(field)}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
        {save.error && <ProblemNote error={save.error} />}
        <div className={c.formFoot}>
          <Button type="submit" loading={save.isPending}>
            {t('contact.save')}
          </Button>
          <span role="status">{save.isSuccess && t('contact.saved')}</span>
        </div>
      </section>
    </form>
  );
}

function Hours({ code }: { code: string }) {
  const { t, locale } = useTexts();
  const { dayMonth } = useFormat();
  const { data } = useQuery(adminQueries.hours());
  return (
    <section className={item.card} aria-labelledby="hours-title">
      <header>
        <div>
          <h2 id="hours-title">{t('contact.hours')}</h2>
          <p>{t('contact.hoursLead', { code })}</p>
        </div>
      </header>
      {!data && <Skeleton height={180} />}
      {data && (
        <>
          <p>
            <b>{t(data.open ? 'contact.now.open' : 'contact.now.closed')}</b>
          </p>
          <dl className={`${item.facts} num`}>
            {data.days.map(({ date, windows, name }) => (
              <div key={date}>
                <dt>{dayMonth(`${date}T12:00:00Z`)}</dt>
                <dd>
                  {windows.length > 0 ? windows.map(({ from, to }) => `${from}–${to}`).join(', ') : t('contact.none')}
                  {name && ` · ${name[locale]}`}
                </dd>
              </div>
            ))}
          </dl>
          <Link to="/admin/calendars" className={c.link}>
            {t('contact.openCalendar')}
          </Link>
        </>
      )}
    </section>
  );
}

/** By which number the desk is reached when work has stopped, and which hours the portal shows beside it. */
export function ContactPage() {
  const { t } = useTexts();
  const query = useQuery(adminQueries.contact());
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const contact = query.data;
  return (
    <main className={item.page}>
      <header className={item.head}>
        <div>
          <h1>{t('contact.title')}</h1>
          <p>{t('contact.lead')}</p>
        </div>
      </header>
      {!contact && <Skeleton height={320} radius={12} role="status" aria-label={t('desk.loading')} />}
      {contact && (
        <div className={item.columns}>
          <div className={item.main}>
            <NumberForm contact={contact} />
            <HistoryCard kind="contact" id="" />
          </div>
          <aside className={item.side}>
            <Hours code={contact.calendarCode} />
          </aside>
        </div>
      )}
    </main>
  );
}
