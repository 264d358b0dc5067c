import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem, problemText } from '../../../shared/api/problem';
import { useTexts } from '../../texts';
import c from '../panels.module.css';

/** What was refused: of each field its own sentence where the server names fields, else what happened. */
export function Faults({ error }: { error: Error }) {
  const texts = useTexts();
  const named = error instanceof ApiProblem ? [...new Set(error.errors.map(({ detail }) => detail))] : [];
  const sentences = named.length > 0 ? named : [problemText(texts, error)];
  return (
    <div className={c.faults} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
