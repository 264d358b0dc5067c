import css from './top-bar.module.css';

/** The sign of the product. */
export function Mark({ size = 22 }: { size?: number }) {
  return <img className={css.mark} src="/favicon.svg" width={size} height={size} alt="" />;
}
