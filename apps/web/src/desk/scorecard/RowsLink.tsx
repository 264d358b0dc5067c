import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  path: string;
  /** What opens, where the words of the link do not say it. */
  label?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A link to an address that the server names, within the desk: the rows behind a figure. */
export function RowsLink({ path, label, className, children }: Props) {
  const router = useRouter();
  return (
    <a
      href={path}
      aria-label={label}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate({ href: path });
      }}
    >
      {children}
    </a>
  );
}
