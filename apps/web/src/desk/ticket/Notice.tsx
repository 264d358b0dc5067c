import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import c from './notices.module.css';

interface Props {
  tone: 'pending' | 'resolved' | 'grey';
  icon: Icon;
  title: ReactNode;
  children?: ReactNode;
}

/** What stands out about a ticket: a sign, a sentence, and what belongs to it. */
export function Notice({ tone, icon: Sign, title, children }: Props) {
  return (
    <div className={c.notice} data-tone={tone}>
      <Sign size={18} stroke={1.9} aria-hidden />
      <div>
        <p className={c.noticeTitle}>{title}</p>
        {children}
      </div>
    </div>
  );
}
