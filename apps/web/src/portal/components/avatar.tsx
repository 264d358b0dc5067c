import css from './avatar.module.css';

/** "Ilze Kalniņa" gives IK. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

/** A person's initials; decoration beside the name. */
export function Avatar({ name, staff = false }: { name: string; staff?: boolean }) {
  return (
    <span className={`${css.avatar} ${staff ? css.staff : ''}`} aria-hidden>
      {initials(name)}
    </span>
  );
}
