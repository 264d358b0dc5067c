import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { Link } from '../router/link';
import { hasMoved } from '../router/location';
import { useTexts } from '../texts';
import css from './page.module.css';

/** Names the browser's tab after the page and, when the person came by a link inside the portal, gives the heading the focus. */
export function usePageHeading(title: string, focus = true): Ref<HTMLHeadingElement> {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (focus && hasMoved()) heading.current?.focus({ preventScroll: true });
  }, [focus]);
  return heading;
}

interface Props {
  title: string;
  sub?: ReactNode;
  back?: { to: string; label: string };
  narrow?: boolean;
  focusHeading?: boolean;
  children?: ReactNode;
}

/** The frame of an ordinary page: way back, heading, content. */
export function Page({ title, sub, back, narrow = false, focusHeading = true, children }: Props) {
  const heading = usePageHeading(title, focusHeading);
  return (
    <main id="content" className={`${css.main} ${narrow ? css.narrow : ''}`}>
      <div className={css.head}>
        {back && (
          <Link to={back.to} className={css.back}>
            <IconArrowLeft size={17} aria-hidden /> {back.label}
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {typeof sub === 'string' ? <p className={css.sub}>{sub}</p> : sub}
      </div>
      {children}
    </main>
  );
}
