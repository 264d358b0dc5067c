import { Button } from '@mantine/core';
import { IconAlertTriangle, IconDevices } from '@tabler/icons-react';
import type { Comment } from '../../data/types';
import { useFormat } from '../../format';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import c from './composer.module.css';
import type { ServerDraft } from './use-server-draft';

/** Two versions of one text: what is typed here, and what another device has written meanwhile. Nothing is chosen for the writer. */
export function OtherVersion({ draft }: { draft: ServerDraft }) {
  const { t } = useTexts();
  const { short } = useFormat();
  const now = useNow();
  const { other } = draft;
  if (other === undefined) return null;
  return (
    <div className={c.band} role="alert">
      <IconDevices size={17} aria-hidden />
      <div>
        <p>{other ? t('composer.otherVersion', { when: short(other.savedAt, now) }) : t('composer.otherGone')}</p>
        {other && <blockquote>{other.body}</blockquote>}
        <div className={c.bandActs}>
          <Button size="compact-sm" variant="default" onClick={() => draft.resolve('mine')}>
            {t('composer.keepMine')}
          </Button>
          {other && (
            <Button size="compact-sm" variant="default" onClick={() => draft.resolve('both')}>
              {t('composer.takeBoth')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => draft.resolve('other')}>
            {t(other ? 'composer.takeOther' : 'composer.discardMine')}
          </Button>
        </div>
      </div>
    </div>
  );
}

interface MissedProps {
  missed: readonly Comment[];
  /** The writer has pressed the button: it waits for his word. */
  asking: boolean;
  busy: boolean;
  onRead: () => void;
  onSend: () => void;
}

/** What others have said since the writer began; before it is sent past them, he decides. */
export function Missed({ missed, asking, busy, onRead, onSend }: MissedProps) {
  const { t } = useTexts();
  const { short } = useFormat();
  const now = useNow();
  if (missed.length === 0 && !asking) return null;
  return (
    <div className={c.band} data-asking={asking || undefined} role={asking ? 'alert' : 'status'}>
      <IconAlertTriangle size={17} aria-hidden />
      <div>
        <p>{asking ? t('composer.clash') : t('composer.missed', { count: missed.length })}</p>
        {missed.slice(-3).map(({ id, author, at, body, visibility }) => (
          <blockquote key={id} data-note={visibility === 'internal' || undefined}>
            <b>{author.name}</b> <small className="num">{short(at, now)}</small>
            <span>{body}</span>
          </blockquote>
        ))}
        <div className={c.bandActs}>
          {asking && (
            <Button size="compact-sm" loading={busy} onClick={onSend}>
              {t('composer.sendAnyway')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={onRead}>
            {t(asking ? 'composer.goOnWriting' : 'composer.haveRead')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** A place that an answer left open is still there: it is filled, or sent as it is on purpose. */
export function OpenPlaces({
  names,
  busy,
  onBack,
  onSend,
}: {
  names: readonly string[];
  busy: boolean;
  onBack: () => void;
  onSend: () => void;
}) {
  const { t } = useTexts();
  return (
    <div className={c.band} data-asking role="alert">
      <IconAlertTriangle size={17} aria-hidden />
      <div>
        <p>{t('composer.openPlaces', { names: names.join(', ') })}</p>
        <div className={c.bandActs}>
          <Button size="compact-sm" variant="default" onClick={onBack}>
            {t('composer.goOnWriting')}
          </Button>
          <Button size="compact-sm" variant="default" loading={busy} onClick={onSend}>
            {t('composer.sendAnyway')}
          </Button>
        </div>
      </div>
    </div>
  );
}
