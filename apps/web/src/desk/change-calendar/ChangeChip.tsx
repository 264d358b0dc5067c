import { Button, Popover } from '@mantine/core';
import { IconAlertTriangleFilled, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import type { CalendarChange } from './calendar-queries';
import c from './chip.module.css';
import { lookOf, shortNumber, useCalendarWords } from './use-calendar-words';

/** What a drag carries: the change's id. */
export const DRAGGED = 'application/x-change-id';

interface Props {
  change: CalendarChange;
  clash: 'blocks' | 'warns' | undefined;
  /** Shows the title too. */
  wide: boolean;
  onMove: (change: CalendarChange) => void;
}

function Details({ change, onMove }: Pick<Props, 'change' | 'onMove'>) {
  const { t } = useTexts();
  const { range } = useCalendarWords();
  const { number, title, services, implementer, group, outageMinutes, movable } = change;
  return (
    <div className={c.details}>
      <p className={c.title}>
        <span className="num">{number}</span> {title}
      </p>
      <StatePill state={change.state} />
      <dl>
        <dt>{t('chcal.when')}</dt>
        <dd className="num">{range(change)}</dd>
        {services.length > 0 && <dt>{t('chcal.services')}</dt>}
        {services.length > 0 && <dd>{services.map(({ name }) => name).join(', ')}</dd>}
        {(implementer ?? group) && <dt>{t('chcal.implementer')}</dt>}
        {(implementer ?? group) && <dd>{(implementer ?? group)?.name}</dd>}
        {outageMinutes > 0 && <dt>{t('chcal.outage')}</dt>}
        {outageMinutes > 0 && <dd>{t('chcal.minutes', { minutes: String(outageMinutes) })}</dd>}
      </dl>
      <div className={c.buttons}>
        {movable && (
          <Button size="xs" onClick={() => onMove(change)}>
            {t('chcal.move')}
          </Button>
        )}
        <Button size="xs" variant="default" renderRoot={(props) => <Link {...props} to="/desk/changes/$number" params={{ number }} />}>
          {t('chcal.open')}
        </Button>
      </div>
    </div>
  );
}

/** A change in the calendar: what it is at a glance, more when opened; it is dragged where the reader may move it. */
export function ChangeChip({ change, clash, wide, onMove }: Props) {
  const { t } = useTexts();
  const { times } = useCalendarWords();
  const [open, setOpen] = useState(false);
  const look = lookOf(change);
  const Sign = clash === 'blocks' ? IconAlertTriangleFilled : IconInfoCircle;
  const drag = (event: DragEvent): void => {
    event.dataTransfer.setData(DRAGGED, change.id);
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" width={300} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={c.chip}
          data-look={look}
          data-clash={clash}
          data-change={change.id}
          draggable={change.movable}
          onDragStart={drag}
          onClick={() => setOpen((was) => !was)}
          title={change.title}
        >
          <span className="vh">{t(`chcal.look.${look}`)}: </span>
          <b className="num">
            {shortNumber(change.number)}
            {clash && <Sign size={11} role="img" aria-label={t(clash === 'blocks' ? 'change.conflict.blocks' : 'change.conflict.warns')} />}
          </b>
          <span className="num">{times(change)}</span>
          {wide && <span className={c.words}>{change.title}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={change.number}>
        <Details
          change={change}
          onMove={(moved) => {
            setOpen(false);
            onMove(moved);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
