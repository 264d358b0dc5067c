import { useTexts } from '../texts';
import c from './marks.module.css';

export function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
}

interface Props {
  name: string | null;
  tone?: 'grey' | 'brand' | 'staff';
  size?: 'small' | 'medium' | 'large';
  /** Whether the name stands beside it anyway, so that it need not be read twice. */
  decorative?: boolean;
}

/** A person as initials; nobody is a dashed circle. */
export function Avatar({ name, tone = 'grey', size = 'medium', decorative = false }: Props) {
  const { t } = useTexts();
  if (name === null) return <span className={c.nobody} role="img" aria-label={t('desk.unassigned')} title={t('desk.unassigned')} />;
  const naming = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name };
  return (
    <span className={c.avatar} data-tone={tone} data-size={size} {...naming}>
      {initials(name)}
    </span>
  );
}
