import { SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconCloudCheck, IconCloudOff, IconLock } from '@tabler/icons-react';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import c from './composer.module.css';
import type { DraftKind } from './draft-place';
import type { DraftPlace } from './use-server-draft';

interface Props {
  ticket: Ticket;
  mode: DraftKind;
  /** The modes in which something is typed. */
  typed: Record<DraftKind, boolean>;
  onMode: (mode: DraftKind) => void;
}

/** A reply that the requester reads, or a note among colleagues; a dot marks the one where something waits. */
export function ModeSwitch({ ticket, mode, typed, onMode }: Props) {
  const { t } = useTexts();
  const { replyPublic, noteInternal } = ticket.abilities;
  const modes = [
    { value: 'reply' as const, disabled: !replyPublic, sign: <IconArrowBackUp size={14} aria-hidden />, text: t('desk.reply') },
    { value: 'note' as const, disabled: !noteInternal, sign: <IconLock size={13} aria-hidden />, text: t('desk.note') },
  ];
  const data = modes.map(({ sign, text, ...item }) => ({
    ...item,
    label: (
      <span className={c.segment}>
        {sign}
        {text}
        {typed[item.value] && item.value !== mode && <i className={c.typed} role="img" aria-label={t('composer.hasDraft')} />}
      </span>
    ),
  }));
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('reply.mode')}
      value={mode}
      onChange={(value) => onMode(value === 'note' ? 'note' : 'reply')}
      data={data}
    />
  );
}

/** Where the last letters are. */
export function DraftPlaceMark({ place }: { place: DraftPlace }) {
  const { t } = useTexts();
  const Sign = place === 'browser' ? IconCloudOff : IconCloudCheck;
  return (
    <span className={c.place} data-place={place} title={t(`composer.place.${place}`)}>
      <Sign size={15} aria-hidden />
      <span>{t(`composer.place.${place}`)}</span>
    </span>
  );
}
