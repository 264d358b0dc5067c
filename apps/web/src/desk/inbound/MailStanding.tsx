import { Button, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { problemText } from '../../shared/api/problem';
import { queries } from '../data/queries';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './inbound.module.css';
import { inboundQueries, type MailIn } from './inbound-queries';

/** By which ways mail comes in and what the rules are, in sentences; a mailbox that cannot be reached first. */
function Standing({ standing }: { standing: MailIn }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { imap, smtp, signed, proved, address, unknown, unproven, mailboxes } = standing;
  const ways = [imap && t('inbound.way.imap'), smtp && t('inbound.way.smtp')].filter(Boolean);
  return (
    <ul className={c.rules}>
      <li>{ways.length > 0 ? t('inbound.ways', { address, ways: ways.join(', ') }) : t('inbound.noWay')}</li>
      <li>{t(proved ? 'inbound.proved' : 'inbound.notProved')}</li>
      {!proved && <li>{t(`inbound.unproven.${unproven}`)}</li>}
      <li>{t(`inbound.unknown.${unknown}`)}</li>
      {!signed && <li>{t('inbound.notSigned')}</li>}
      {mailboxes.map(({ mailbox, checkedAt, lastError }) => (
        <li key={mailbox} data-failed={lastError !== null || undefined}>
          {lastError !== null && <IconAlertTriangle size={15} aria-hidden />}
          {mailbox}: {lastError ?? t('inbound.checked', { at: dateTime(checkedAt) })}
        </li>
      ))}
    </ul>
  );
}

/** Whose people write from which domains. */
function Domains() {
  const texts = useTexts();
  const { t } = texts;
  const client = useQueryClient();
  const { data: domains = [] } = useQuery(inboundQueries.domains());
  const { data: institutions = [] } = useQuery(queries.institutions());
  const [domain, setDomain] = useState('');
  const [institutionId, setInstitution] = useState<string | null>(null);
  const read = () => client.invalidateQueries({ queryKey: ['mail-domains'] });
  const add = useMutation({
    mutationFn: () =>
      bodyOf(
        api.PUT('/api/v1/mail-domains/{domain}', {
          params: { path: { domain: domain.trim() } },
          body: { institutionId: institutionId ?? '' },
        }),
      ),
    onSuccess: () => {
      setDomain('');
      setInstitution(null);
      return read();
    },
  });
  const remove = useMutation({
    mutationFn: (one: string) => bodyOf(api.DELETE('/api/v1/mail-domains/{domain}', { params: { path: { domain: one } } })),
    onSuccess: read,
  });
  const error = add.error ?? remove.error;
  return (
    <section className={c.domains} aria-label={t('inbound.domains')}>
      <h3>{t('inbound.domains')}</h3>
      <p>{t('inbound.domainsHint')}</p>
      {domains.map((one) => (
        <div key={one.domain}>
          <b>{one.domain}</b> {one.institution}
          <Button size="compact-xs" variant="subtle" onClick={() => remove.mutate(one.domain)}>
            {t('inbound.removeDomain', { domain: one.domain })}
          </Button>
        </div>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (domain.trim() && institutionId) add.mutate();
        }}
      >
        <TextInput
          size="xs"
          aria-label={t('inbound.domain')}
          placeholder="iestade.gov.lv"
          value={domain}
          onChange={(event) => setDomain(event.currentTarget.value)}
        />
        <Select
          size="xs"
          aria-label={t('inbound.institution')}
          placeholder={t('inbound.institution')}
          searchable
          data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
          value={institutionId}
          onChange={setInstitution}
        />
        <Button type="submit" size="xs" variant="default" loading={add.isPending} disabled={!domain.trim() || !institutionId}>
          {t('inbound.addDomain')}
        </Button>
      </form>
      {error && <p role="alert">{problemText(texts, error)}</p>}
    </section>
  );
}

/** The rules by which mail is taken, folded; open where something needs a look. */
export function MailStanding() {
  const { t } = useTexts();
  const { data: standing } = useQuery(inboundQueries.standing());
  const administers = useRight('admin.settings');
  if (!standing) return null;
  const failed = standing.mailboxes.some(({ lastError }) => lastError !== null);
  return (
    <details className={c.standing} open={failed}>
      <summary>{t(failed ? 'inbound.standingFailed' : 'inbound.standing')}</summary>
      <Standing standing={standing} />
      {administers && <Domains />}
    </details>
  );
}
