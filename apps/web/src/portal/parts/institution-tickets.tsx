import { IconDownload } from '@tabler/icons-react';
import type { TicketState } from '../../shared/api/api-types';
import { Button, buttonClass } from '../components/button';
import { Card } from '../components/card';
import { TextField } from '../components/field';
import { ProblemNotice } from '../components/notice';
import { SelectField } from '../components/select-field';
import { Skeleton } from '../components/skeleton';
import { TicketList } from '../components/ticket-list';
import { institutionExportHref, type InstitutionQuery, institutionTickets } from '../data/institution-calls';
import { services } from '../data/ticket-calls';
import { useLiveTicket } from '../data/use-live-ticket';
import { useMorePages } from '../data/use-more-pages';
import { usePhone } from '../data/use-phone';
import { useResource } from '../data/use-resource';
import home from '../pages/home.module.css';
import css from '../pages/institution.module.css';
import list from '../pages/my-tickets.module.css';
import { useMe } from '../session/session';
import { useTexts } from '../texts';
import { PersonField } from './person-field';

const PAGE = 25;

const STATES = {
  open: ['new', 'assigned', 'in_progress', 'on_hold', 'resolved'],
  waiting: ['on_hold'],
  resolved: ['resolved'],
  closed: ['closed', 'cancelled'],
  all: ['any'],
} as const satisfies Record<string, (TicketState | 'any')[]>;

type Shown = keyof typeof STATES;

/** What the address says of the list. */
export interface InstitutionSearch {
  state: Shown;
  service: string;
  person: string;
  /** Of the person, so that the page need not ask who he is. */
  name: string;
  from: string;
  to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readInstitutionSearch(search: URLSearchParams): InstitutionSearch {
  const text = (key: string): string => search.get(key) ?? '';
  const day = (key: string): string => (DAY.test(text(key)) ? text(key) : '');
  const state = text('state');
  return {
    state: state in STATES ? (state as Shown) : 'open',
    ...{ service: text('service'), person: text('person'), name: text('name'), from: day('from'), to: day('to') },
  };
}

function queryOf({ state, service, person, from, to }: InstitutionSearch): InstitutionQuery {
  return {
    state: [...STATES[state]],
    ...(service ? { serviceId: service } : {}),
    ...(person ? { requesterId: person } : {}),
    ...(from ? { submittedFrom: from } : {}),
    ...(to ? { submittedTo: to } : {}),
  };
}

interface Props {
  search: InstitutionSearch;
  change: (part: Partial<InstitutionSearch>) => void;
}

function Fields({ search, change }: Props) {
  const { t } = useTexts();
  const offered = useResource('services', services);
  const { person, name } = search;
  return (
    <div className={css.fields}>
      <SelectField
        optional="unsaid"
        label={t('institution.state')}
        value={search.state === 'open' ? '' : search.state}
        empty={t('institution.state.open')}
        options={(['waiting', 'resolved', 'closed', 'all'] as const).map((value) => ({ value, label: t(`institution.state.${value}`) }))}
        onText={(state) => change({ state: (state || 'open') as Shown })}
      />
      <SelectField
        optional="unsaid"
        label={t('institution.service')}
        value={search.service}
        empty={t('institution.serviceAny')}
        options={(offered.data ?? []).map((service) => ({ value: service.id, label: service.name }))}
        onText={(service) => change({ service })}
      />
      <TextField optional="unsaid" label={t('institution.from')} type="date" value={search.from} onText={(from) => change({ from })} />
      <TextField
        optional="unsaid"
        label={t('institution.to')}
        type="date"
        value={search.to}
        min={search.from}
        onText={(to) => change({ to })}
      />
      <div className={css.who}>
        <PersonField
          optional="unsaid"
          label={t('institution.person')}
          value={person ? { id: person, name } : null}
          chosen={(chosen) => t('institution.personIs', { name: chosen })}
          other={t('institution.personAny')}
          onChoose={(chosen) => change({ person: chosen?.id ?? '', name: chosen?.name ?? '' })}
        />
      </div>
    </div>
  );
}

function Rows({ query }: { query: InstitutionQuery }) {
  const { t } = useTexts();
  const me = useMe();
  const first = useResource(`institution ${JSON.stringify(query)}`, (signal) => institutionTickets(query, { limit: PAGE }, signal));
  const pages = useMorePages(first.data, (cursor) => institutionTickets(query, { limit: PAGE, cursor }));
  useLiveTicket(null, first.reload);
  return (
    <>
      <ProblemNotice error={first.error ?? pages.error} onRetry={first.reload} />
      {first.loading && (
        <div className={list.pad}>
          <Skeleton lines={8} />
        </div>
      )}
      {first.data && pages.items.length === 0 && !pages.hasMore && <p className={list.pad}>{t('institution.nothing')}</p>}
      {pages.items.length > 0 && <TicketList tickets={pages.items} reader={me.id} />}
      {pages.hasMore && (
        <div className={list.more}>
          <Button look="quiet" busy={pages.busy} onClick={() => void pages.next()}>
            {t('tickets.more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** All tickets of the institution, narrowed as the coordinator likes, and the same as a file. */
export function InstitutionTickets({ search, change }: Props) {
  const { t } = useTexts();
  const phone = usePhone();
  const query = queryOf(search);
  const { service, person, from, to, state } = search;
  const narrowed = Boolean(service || person || from || to) || state !== 'open';
  return (
    <Card padded={false}>
      <div className={home.head}>
        <h2>{t('institution.tickets')}</h2>
        <a className={buttonClass('quiet')} href={institutionExportHref(query)} download>
          <IconDownload size={18} aria-hidden /> {t('institution.export')}
        </a>
      </div>
      <details className={css.filters} open={!phone}>
        <summary>{t('institution.filters')}</summary>
        <Fields search={search} change={change} />
      </details>
      {narrowed && (
        <div className={css.clear}>
          <Button look="quiet" onClick={() => change({ state: 'open', service: '', person: '', name: '', from: '', to: '' })}>
            {t('institution.clear')}
          </Button>
        </div>
      )}
      <Rows key={JSON.stringify(query)} query={query} />
    </Card>
  );
}
