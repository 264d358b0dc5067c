import type { HTMLAttributes } from 'react';
import css from './card.module.css';

type Props = HTMLAttributes<HTMLElement> & { padded?: boolean };

/** A sheet on the ground of the page. */
export function Card({ padded = true, className, ...rest }: Props) {
  return <section className={`${css.card} ${padded ? css.padded : ''} ${className ?? ''}`} {...rest} />;
}
