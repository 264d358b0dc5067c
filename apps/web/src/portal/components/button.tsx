import type { ButtonHTMLAttributes } from 'react';
import css from './button.module.css';

export type ButtonLook = 'primary' | 'default' | 'quiet' | 'danger';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook; busy?: boolean };

/** The classes of a button, for a link that looks like one. */
export const buttonClass = (look: ButtonLook = 'default'): string => `${css.button} ${css[look]}`;

/** A button; while `busy` it says so and swallows further clicks, but keeps the focus. */
export function Button({ look = 'default', busy = false, type = 'button', children, onClick, className, ...rest }: Props) {
  return (
    <button
      type={busy ? 'button' : type}
      className={`${buttonClass(look)} ${className ?? ''}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {busy && <span className={css.spin} aria-hidden />}
      {children}
    </button>
  );
}
