import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../shared/api/problem';
import dialog from '../campaigns/dialog.module.css';
import { queries } from '../data/queries';
import { useNow } from '../now';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { rigaInstant, rigaWall } from '../ticket/riga-wall';
import type { Announcement, AnnouncementBody } from './announcement-queries';
import c from './announcements.module.css';
import { useAnnounce } from './use-announce';

interface Fields {
  kind: AnnouncementBody['kind'];
  titleLv: string;
  titleEn: string;
  textLv: string;
  textEn: string;
  serviceIds: string[];
  institutionIds: string[];
  /** On the wall clock of Riga. */
  startsAt: string;
  expectedEndAt: string;
}

/** The declared major incident or the scheduled change that is announced. */
export type AnnouncedThing =
  | { incident: { number: string; service: { id: string } | null } }
  | {
      change: {
        number: string;
        services: readonly { id: string }[];
        window: { from: string; to: string } | null;
        outageMinutes: number;
      };
    };

interface Props {
  /** What is changed; null for a new one. */
  announcement?: Announcement | null;
  /** What a new one is of; null where it is written by hand. */
  of?: AnnouncedThing | null;
  onClose: () => void;
}

const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

function newFields(of: AnnouncedThing | null, now: number): Fields {
  const blank = { titleLv: '', titleEn: '', textLv: '', textEn: '', serviceIds: [], institutionIds: [], expectedEndAt: '' };
  if (of && 'change' in of) {
    const { services, window } = of.change;
    const times = window ? { startsAt: rigaWall(window.from), expectedEndAt: rigaWall(window.to) } : { startsAt: rigaWall(now) };
    return { ...blank, kind: 'planned_work', serviceIds: ids(services), ...times };
  }
  return { ...blank, kind: 'disruption', serviceIds: of?.incident.service ? [of.incident.service.id] : [], startsAt: rigaWall(now) };
}

function fieldsOf(announcement: Announcement | null, of: AnnouncedThing | null, now: number): Fields {
  if (!announcement) return newFields(of, now);
  const { kind, titleLv, titleEn, textLv, textEn, services, institutions, startsAt, expectedEndAt } = announcement;
  return {
    ...{ kind, titleLv, titleEn, textLv, textEn },
    serviceIds: ids(services),
    institutionIds: ids(institutions),
    startsAt: rigaWall(startsAt),
    expectedEndAt: expectedEndAt ? rigaWall(expectedEndAt) : '',
  };
}

const bodyOf = ({ startsAt, expectedEndAt, ...fields }: Fields) => ({
  ...fields,
  startsAt: rigaInstant(startsAt) ?? null,
  expectedEndAt: rigaInstant(expectedEndAt) ?? null,
});

function named(of: AnnouncedThing | null): { incident?: string; change?: string } {
  if (!of) return {};
  return 'change' in of ? { change: of.change.number } : { incident: of.incident.number };
}

type Change = (part: Partial<Fields>) => void;
type Fault = (field: string) => string | undefined;

function Texts({ fields, change, fault }: { fields: Fields; change: Change; fault: Fault }) {
  const { t } = useTexts();
  return (
    <div className={dialog.pair} data-top>
      {(['Lv', 'En'] as const).map((language) => (
        <div key={language} className={c.language}>
          <TextInput
            label={t(`announce.title${language}`)}
            required
            maxLength={200}
            value={fields[`title${language}`]}
            error={fault(`title${language}`)}
            onChange={(event) => change({ [`title${language}`]: event.currentTarget.value })}
          />
          <Textarea
            label={t(`announce.text${language}`)}
            required
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
            value={fields[`text${language}`]}
            error={fault(`text${language}`)}
            onChange={(event) => change({ [`text${language}`]: event.currentTarget.value })}
          />
        </div>
      ))}
    </div>
  );
}

function Audience({ fields, change, fault }: { fields: Fields; change: Change; fault: Fault }) {
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const { data: institutions = [] } = useQuery(queries.institutions());
  const several = (field: 'serviceIds' | 'institutionIds', items: readonly { id: string; name: string }[], hint?: string) => (
    <MultiSelect
      label={t(`announce.${field}`)}
      description={hint}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      value={fields[field]}
      error={fault(field)}
      onChange={(chosen) => change({ [field]: chosen })}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
  return (
    <>
      {several('serviceIds', services)}
      {several('institutionIds', institutions, t('announce.institutionsHint'))}
    </>
  );
}

/** What institutions are to be told, in both languages and in words made for them; nothing is taken over from the incident, and from a change only its services and its window. */
export function AnnounceDialog({ announcement = null, of = null, onClose }: Props) {
  const { t } = useTexts();
  const now = useNow();
  const [fields, setFields] = useState(() => fieldsOf(announcement, of, now));
  const announce = useAnnounce(onClose);
  const change: Change = (part) => setFields((known) => ({ ...known, ...part }));
  const problems = announce.error instanceof ApiProblem ? announce.error.errors : [];
  const fault: Fault = (field) => problems.find(({ pointer }) => pointer === `/${field}`)?.detail;
  const submit = (): void => {
    const { kind, ...terms } = bodyOf(fields);
    if (announcement) announce.mutate({ do: 'change', of: announcement, body: terms });
    else announce.mutate({ do: 'announce', body: { kind, ...terms, ...named(of) } });
  };
  const written = [fields.titleLv, fields.titleEn, fields.textLv, fields.textEn].every((text) => text.trim() !== '');
  return (
    <FormDialog
      title={t(announcement ? 'announce.change' : !of ? 'announce.new' : 'change' in of ? 'announce.ofChange' : 'announce.ofIncident')}
      submit={t(announcement ? 'announce.save' : 'announce.publish')}
      size={760}
      ready={written && fields.serviceIds.length + fields.institutionIds.length > 0}
      busy={announce.isPending}
      error={announce.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('announce.words')}</p>
      {!announcement && !of && (
        <Choices
          first
          label={t('announce.kind')}
          layout="chips"
          choices={(['disruption', 'planned_work'] as const).map((kind) => ({ value: kind, text: t(`announce.kind.${kind}`) }))}
          value={fields.kind}
          onChange={(kind) => change({ kind: kind === 'planned_work' ? kind : 'disruption' })}
        />
      )}
      <Texts fields={fields} change={change} fault={fault} />
      <Audience fields={fields} change={change} fault={fault} />
      <div className={dialog.pair}>
        {(['startsAt', 'expectedEndAt'] as const).map((field) => (
          <TextInput
            key={field}
            type="datetime-local"
            label={t(`announce.${field}`)}
            required={field === 'startsAt' || fields.kind === 'planned_work'}
            value={fields[field]}
            error={fault(field)}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </FormDialog>
  );
}
