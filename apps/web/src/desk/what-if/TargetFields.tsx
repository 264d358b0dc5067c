import { TextInput } from '@mantine/core';
import { useTexts } from '../texts';
import { hoursText, readHours } from './hours-text';
import c from './what-if.module.css';
import type { PolicyTarget } from './what-if-queries';

/** Hours as typed, by `kind priority`. */
export type TypedTargets = Readonly<Record<string, string>>;

interface Props {
  inForce: readonly PolicyTarget[];
  typed: TypedTargets;
  onChange: (typed: TypedTargets) => void;
}

const kinds = ['response', 'resolution'] as const;

/** The general times by priority; what is left empty stays as it is in force. */
export function TargetFields({ inForce, typed, onChange }: Props) {
  const { t, locale } = useTexts();
  const priorities = [...new Set(inForce.map(({ priority }) => priority))].sort((a, b) => a - b);
  if (priorities.length === 0) return null;
  const field = (kind: (typeof kinds)[number], priority: number) => {
    const key = `${kind} ${priority}`;
    const target = inForce.find((one) => one.kind === kind && one.priority === priority);
    const text = typed[key] ?? '';
    if (!target) return null;
    return (
      <TextInput
        size="sm"
        inputMode="decimal"
        aria-label={t('whatIf.hoursOf', { kind: t(`whatIf.kind.${kind}`), priority: String(priority) })}
        placeholder={hoursText(target.seconds, locale === 'lv')}
        value={text}
        data-changed={text.trim() !== '' || undefined}
        error={text.trim() !== '' && readHours(text) === undefined}
        onChange={({ currentTarget: { value } }) => onChange({ ...typed, [key]: value })}
      />
    );
  };
  return (
    <fieldset className={c.targets}>
      <legend>{t('whatIf.targets')}</legend>
      <p>{t('whatIf.targetsHint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t('whatIf.priority')}</span>
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`whatIf.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorities.map((priority) => (
            <tr key={priority}>
              <th scope="row">P{priority}</th>
              {kinds.map((kind) => (
                <td key={kind}>{field(kind, priority)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
