import { ActionIcon, Button, Menu, Skeleton } from '@mantine/core';
import { IconDots, IconFileDescription, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { AgreementDialog } from './AgreementDialog';
import { AgreementHistory } from './AgreementHistory';
import c from './agreements.module.css';
import { EndAgreementDialog } from './EndAgreementDialog';
import { policyQueries } from './policy-queries';
import { daysLater } from './riga-midnight';
import type { Agreement } from './types';

type Open = { what: 'change' | 'end' | 'history'; agreement: Agreement } | { what: 'new' } | null;

/** `01.01.2026. – 31.12.2026.`: the last day is shown, though the first day after it is kept. */
export function useValidity(): (agreement: Pick<Agreement, 'validFrom' | 'validTo'>) => string {
  const { t } = useTexts();
  const { date } = useFormat();
  return ({ validFrom, validTo }) => {
    const from = date(`${validFrom}T12:00:00Z`);
    if (validTo === null) return t('sla.validOpen', { from });
    return validTo === validFrom ? t('sla.validNever') : t('sla.validRange', { from, to: date(`${daysLater(validTo, -1)}T12:00:00Z`) });
  };
}

function Acts({ agreement, open }: { agreement: Agreement; open: (what: 'change' | 'end' | 'history') => void }) {
  const { t } = useTexts();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={c.dots}
          aria-label={t('sla.agreementActs', { reference: agreement.reference })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => open('history')}>{t('sla.history')}</Menu.Item>
        {agreement.abilities.change && <Menu.Item onClick={() => open('change')}>{t('sla.change')}</Menu.Item>}
        {agreement.abilities.end && <Menu.Item onClick={() => open('end')}>{t('sla.end')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function Line({ agreement, open }: { agreement: Agreement; open: (what: 'change' | 'end' | 'history') => void }) {
  const { t } = useTexts();
  const validity = useValidity();
  const { kind, reference, service, institution, group, supplier, policy, state, note } = agreement;
  const party = kind === 'ola' ? group?.name : kind === 'uc' ? supplier : (policy?.name ?? t('sla.decidesNothing'));
  return (
    <tr data-state={state}>
      <th scope="row">
        <b>{reference}</b>
        {note && <small>{note}</small>}
      </th>
      <td data-label={t('sla.agreementKind')}>
        <span className={c.kind}>{t(`sla.agreement.${kind}`)}</span>
      </td>
      <td data-label={t('sla.institution')}>{institution?.name ?? t('sla.scope.allInstitutions')}</td>
      <td data-label={t('sla.service')}>{service?.name ?? t('sla.scope.allServices')}</td>
      <td data-label={t('sla.decides')}>{party}</td>
      <td data-label={t('sla.validity')} className="num">
        {validity(agreement)}
        <small>{t(`sla.state.${state}`)}</small>
      </td>
      <td className={c.acts}>
        <Acts agreement={agreement} open={open} />
      </td>
    </tr>
  );
}

function Table({ items, open }: { items: Agreement[]; open: (what: 'change' | 'end' | 'history', agreement: Agreement) => void }) {
  const { t } = useTexts();
  const heads = ['sla.reference', 'sla.agreementKind', 'sla.institution', 'sla.service', 'sla.decides', 'sla.validity'] as const;
  return (
    <table className={c.table}>
      <thead>
        <tr>
          {heads.map((key) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{t('sla.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((agreement) => (
          <Line key={agreement.id} agreement={agreement} open={(what) => open(what, agreement)} />
        ))}
      </tbody>
    </table>
  );
}

function Nothing() {
  const { t } = useTexts();
  return (
    <div className={c.nothing}>
      <IconFileDescription size={30} stroke={1.4} aria-hidden />
      <p>{t('sla.noAgreements')}</p>
    </div>
  );
}

/** Agreements with customers, groups and suppliers: those in force first. */
export function Agreements() {
  const texts = useTexts();
  const { t } = texts;
  const mayDraft = useRight('sla.draft');
  const { data, error } = useQuery(policyQueries.agreements());
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  return (
    <section className={c.card} aria-label={t('sla.agreements')}>
      <header>
        <p>{t('sla.agreementsText')}</p>
        {mayDraft && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ what: 'new' })}>
            {t('sla.newAgreement')}
          </Button>
        )}
      </header>
      {error && <p role="alert">{problemText(texts, error)}</p>}
      {!data && !error && <Skeleton height={220} />}
      {data && (data.length === 0 ? <Nothing /> : <Table items={data} open={(what, agreement) => setOpen({ what, agreement })} />)}
      {open?.what === 'new' && <AgreementDialog agreement={null} onClose={close} />}
      {open?.what === 'change' && <AgreementDialog agreement={open.agreement} onClose={close} />}
      {open?.what === 'end' && <EndAgreementDialog agreement={open.agreement} onClose={close} />}
      {open?.what === 'history' && <AgreementHistory agreement={open.agreement} onClose={close} />}
    </section>
  );
}
