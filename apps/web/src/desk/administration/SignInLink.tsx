import { Button } from '@mantine/core';
import { IconLink, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { SecretShown } from '../access/SecretShown';
import item from '../assets/item.module.css';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './admin.module.css';
import type { RegisteredPerson } from './admin-queries';
import { useAdminChange } from './use-admin-change';

/** How somebody without a password gets in: a link of one use, shown here once or sent to his own address. */
export function SignInLink({ person }: { person: RegisteredPerson }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const [shown, setShown] = useState(false);
  const at = { params: { path: { id: person.id } } };
  const show = useAdminChange(
    () => bodyOf(api.PUT('/api/v1/organisation/people/{id}/sign-in-link', at)),
    () => setShown(true),
  );
  const mail = useAdminChange(
    () => bodyOf(api.POST('/api/v1/organisation/people/{id}/sign-in-link-mail', at)),
    () => undefined,
  );
  const error = show.error ?? mail.error;
  return (
    <section className={item.card} aria-labelledby="link-title">
      <header>
        <div>
          <h2 id="link-title">{t('admin.link.title')}</h2>
          <p>{t('admin.link.lead')}</p>
        </div>
      </header>
      <div className={c.acts}>
        {person.email && (
          <Button size="xs" leftSection={<IconMail size={15} aria-hidden />} loading={mail.isPending} onClick={() => mail.mutate()}>
            {t('admin.link.mail')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLink size={15} aria-hidden />}
          loading={show.isPending}
          onClick={() => show.mutate()}
        >
          {t('admin.link.show')}
        </Button>
      </div>
      <div role="status" className={c.told}>
        {mail.isSuccess && <p className={c.note}>{t('admin.link.mailed', { email: person.email ?? '' })}</p>}
      </div>
      {error && <ProblemNote error={error} />}
      {shown && show.data && (
        <SecretShown
          title={t('admin.link.shown', { name: person.name })}
          warning={t('admin.link.once')}
          secret={show.data.url}
          use={t('admin.link.use', { when: dateTime(show.data.expiresAt) })}
          kept={t('admin.link.kept')}
          onClose={() => setShown(false)}
        />
      )}
    </section>
  );
}
