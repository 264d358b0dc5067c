import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { Notice, ProblemNotice } from '../components/notice';
import { Skeleton } from '../components/skeleton';
import { useResource } from '../data/use-resource';
import { useTexts } from '../texts';
import css from './notices-card.module.css';
import { NoticeTimes, type Times } from './notice-times';
import { NoticeTopics, type TopicSetting } from './notice-topics';

type Settings = components['schemas']['NoticeSettingsResponse'];

/** Topics that nobody can change say nothing new to the server. */
const choosable = ({ bellChoice, mailChoice }: TopicSetting): boolean => bellChoice === 'choosable' || mailChoice === 'choosable';

function SettingsForm({ settings, onSaved }: { settings: Settings; onSaved: (settings: Settings) => void }) {
  const { t } = useTexts();
  const [topics, setTopics] = useState(settings.topics);
  const [times, setTimes] = useState<Times>(settings);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const save = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setDone(false);
    setFailure(null);
    setBusy(true);
    const chosen = topics.filter(choosable).map(({ topic, bell, mail }) => ({ topic, bell, mail }));
    try {
      const { quietHours, urgentAtOnce, digestHour } = times;
      onSaved(await bodyOf(api.PUT('/api/v1/me/notice-settings', { body: { topics: chosen, quietHours, urgentAtOnce, digestHour } })));
      setDone(true);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const change = (topic: string, way: 'bell' | 'mail', on: boolean): void => {
    setDone(false);
    setTopics(topics.map((one) => (one.topic === topic ? { ...one, [way]: on } : one)));
  };
  return (
    <form className={css.form} onSubmit={(event) => void save(event)} noValidate>
      <NoticeTopics topics={topics} onChange={change} />
      <NoticeTimes times={times} urgent={topics.some(({ topic }) => topic === 'breaches')} onChange={setTimes} />
      <ProblemNotice error={failure} />
      {done && <Notice kind="good">{t('notify.saved')}</Notice>}
      <div>
        <Button type="submit" busy={busy}>
          {t('notify.save')}
        </Button>
      </div>
    </form>
  );
}

/** What I am told, by which way, and when. */
export function NoticesCard() {
  const { t } = useTexts();
  const card = useRef<HTMLDivElement>(null);
  const settings = useResource('notice-settings', (signal) => bodyOf(api.GET('/api/v1/me/notice-settings', { signal })));
  // Mails lead here.
  const ready = settings.data !== null;
  useEffect(() => {
    if (ready && location.hash === '#notices') card.current?.scrollIntoView({ block: 'start' });
  }, [ready]);
  return (
    <div ref={card} id="notices">
      <Card className={css.form}>
        <h2>{t('notify.title')}</h2>
        <p className={css.sub}>
          {t('notify.sub')}{' '}
          {settings.data && (settings.data.email === null ? t('notify.noMail') : t('notify.mailTo', { email: settings.data.email }))}
        </p>
        {settings.loading && <Skeleton lines={5} />}
        <ProblemNotice error={settings.error} onRetry={settings.reload} />
        {settings.data && <SettingsForm settings={settings.data} onSaved={settings.put} />}
      </Card>
    </div>
  );
}
