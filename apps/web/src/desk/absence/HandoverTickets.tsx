import { Button, Checkbox, Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWithAbsence } from '../access/use-with-absence';
import item from '../assets/item.module.css';
import { queries } from '../data/queries';
import type { Group } from '../data/types';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './absence.module.css';
import { HandoverOutcome } from './HandoverOutcome';
import { handoverQueries, type HandoverRow, SHOWN } from './handover-queries';
import { useHandOver } from './use-hand-over';

interface Props {
  personId: string;
  /** Who stands in, proposed to take them. */
  delegateId: string | null;
  /** Only what is in these groups; null: everything. */
  groupIds: readonly string[] | null;
}

/** The members of the tickets' groups, each once, without whom they are taken from. */
function takersOf(groups: readonly Group[], rows: readonly HandoverRow[], personId: string): Group['members'] {
  const theirs = new Set(rows.map((row) => row.group.id));
  const members = groups.filter((group) => theirs.has(group.id)).flatMap((group) => group.members);
  return [...new Map(members.filter(({ id }) => id !== personId).map((member) => [member.id, member])).values()];
}

const PAGES: Readonly<Record<HandoverRow['kind'], string>> = {
  incident: '/desk/tickets',
  problem: '/desk/problems',
  change: '/desk/changes',
};

/** Carried out already: whoever began it ends it. */
const isUnderWay = ({ kind, state }: HandoverRow): boolean => kind === 'change' && (state === 'implementing' || state === 'review');

/** What takes more than a new name stays where it is unless it is chosen. */
const isAtFirstPicked = (row: HandoverRow): boolean => row.state !== 'on_hold' && !isUnderWay(row);

function State({ row: { kind, state, holdReason } }: { row: HandoverRow }) {
  const { t, has } = useTexts();
  const word = `problem.step.${state}`;
  if (kind === 'problem' && has(word)) return <StatePill state={state} word={t(word)} />;
  return <StatePill state={state} holdReason={holdReason} />;
}

function Row({ row, picked, onPick }: { row: HandoverRow; picked: boolean; onPick: (on: boolean) => void }) {
  const { t } = useTexts();
  return (
    <li>
      <Checkbox
        checked={picked}
        onChange={(event) => onPick(event.currentTarget.checked)}
        aria-label={t('handover.pick', { number: row.number })}
      />
      <a href={`${PAGES[row.kind]}/${row.number}`}>
        <b>{row.title}</b>
        <small className="num">
          {[row.number, row.priority === null ? null : `P${row.priority}`, row.group.name].filter(Boolean).join(' · ')}
        </small>
      </a>
      <State row={row} />
    </li>
  );
}

/** The open work of one person, with whom they go to and what became of it. */
export function HandoverTickets({ personId, delegateId, groupIds }: Props) {
  const { t } = useTexts();
  const withAbsence = useWithAbsence();
  const { data, error } = useQuery(handoverQueries.workOf(personId));
  const { data: groups = [] } = useQuery(queries.groups());
  const [where, setWhere] = useState<'group' | 'person' | null>(delegateId ? 'person' : null);
  const [taker, setTaker] = useState(delegateId);
  /** What differs from the first choice. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const work = useHandOver();
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Skeleton height={320} radius={12} role="status" aria-label={t('desk.loading')} />;

  const rows = data.rows.filter((row) => groupIds === null || groupIds.includes(row.group.id));
  const isPicked = (row: HandoverRow): boolean => isAtFirstPicked(row) !== turned.has(row.id);
  const picked = rows.filter(isPicked);
  const turn = (some: readonly HandoverRow[], on: boolean): void => {
    const ids = some.filter((row) => isPicked(row) !== on).map(({ id }) => id);
    setTurned((old) => new Set([...[...old].filter((id) => !ids.includes(id)), ...ids.filter((id) => !old.has(id))]));
  };
  const takers = takersOf(groups, rows, personId);
  const member = takers.find(({ id }) => id === taker);
  const worksIn = (row: HandoverRow): boolean =>
    groups.some((group) => group.id === row.group.id && group.members.some(({ id }) => id === taker));
  const astray = where === 'person' && member ? picked.filter((row) => !worksIn(row)).length : 0;
  const ready = picked.length > 0 && (where === 'group' || (where === 'person' && member !== undefined));
  const submit = (): void => {
    const to = (row: HandoverRow): string | undefined => (where === 'person' && member && worksIn(row) ? member.id : undefined);
    work.handOver(picked, to).then(
      () => setTurned(new Set()),
      () => undefined,
    );
  };
  return (
    <section className={item.card} aria-label={t('handover.title')}>
      <HandoverOutcome work={work} />
      {rows.length === 0 && <p className={item.quiet}>{t('handover.none')}</p>}
      {rows.length > 0 && (
        <>
          <div className={c.terms}>
            <Choices
              label={t('handover.to')}
              choices={[
                { value: 'person', text: t('handover.toPerson') },
                { value: 'group', text: t('handover.toGroup'), detail: t('handover.toGroupHint') },
              ]}
              value={where}
              onChange={(value) => setWhere(value === 'group' ? 'group' : 'person')}
            />
            {where === 'person' && (
              <Select
                label={t('handover.person')}
                data={takers.map((person) => ({ value: person.id, label: withAbsence(person) }))}
                value={member ? taker : null}
                onChange={setTaker}
                searchable
                required
                nothingFoundMessage={t('desk.nothingFound')}
              />
            )}
            {astray > 0 && <p className={c.note}>{t('handover.notIn', { count: astray, name: member?.name ?? '' })}</p>}
            {rows.some((row) => row.state === 'on_hold') && <p className={c.note}>{t('handover.onHold')}</p>}
            {rows.some(isUnderWay) && <p className={c.note}>{t('handover.underWay')}</p>}
          </div>
          <div className={c.bar}>
            <Checkbox
              label={t('handover.all')}
              checked={picked.length === rows.length}
              indeterminate={picked.length > 0 && picked.length < rows.length}
              onChange={(event) => turn(rows, event.currentTarget.checked)}
            />
            <Button disabled={!ready} loading={work.busy} onClick={submit}>
              {t('handover.submit', { count: picked.length })}
            </Button>
          </div>
          <ul className={c.rows}>
            {rows.map((row) => (
              <Row key={row.id} row={row} picked={isPicked(row)} onPick={(on) => turn([row], on)} />
            ))}
          </ul>
          {data.more && <p className={c.note}>{t('handover.more', { count: SHOWN })}</p>}
        </>
      )}
    </section>
  );
}
