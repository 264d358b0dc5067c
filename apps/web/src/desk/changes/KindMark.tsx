import { IconBolt, IconRepeat, IconRoute, type Icon } from '@tabler/icons-react';
import { useTexts } from '../texts';
import c from './marks.module.css';
import type { ChangeKind } from './types';

const signs: Record<ChangeKind, Icon> = { standard: IconRepeat, normal: IconRoute, emergency: IconBolt };

/** The kind of a change as sign and word; in full where nothing else says that it is a change. */
export function KindMark({ kind, long = false }: { kind: ChangeKind; long?: boolean }) {
  const { t } = useTexts();
  const Sign = signs[kind];
  return (
    <span className={c.kind} data-kind={kind}>
      <Sign size={14} stroke={2} aria-hidden />
      {t(long ? `change.kindLong.${kind}` : `change.kind.${kind}`)}
    </span>
  );
}
