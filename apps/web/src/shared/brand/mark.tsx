import { useId } from 'react';
import css from './mark.module.css';

/** The sign of the product (the same picture as `public/favicon.svg`); drawn inline, so that it is there without a connection too. */
export function Mark({ size = 22 }: { size?: number }) {
  const id = useId();
  return (
    <svg className={css.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <clipPath id={id}>
        <rect width="32" height="32" rx="8" />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <path fill="#6cc5c4" d="M0 0h32v16H16z" />
        <path fill="#fff" d="M32 16v16H8l8-16z" />
        <path fill="#e2a72e" d="M0 0h8l8 16-8 16H0z" />
      </g>
    </svg>
  );
}
