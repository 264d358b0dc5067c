import { encode } from 'uqr';
import { useMemo } from 'react';
import { useTexts } from '../texts';
import css from './account.module.css';
import { CodeForm } from './code-form';

interface Enrolment {
  secret: string;
  uri: string;
}

/** The address as a picture: dark squares of one path on white, in either theme, since cameras want it so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { border: 3 });
    const squares = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: code.size, path: squares.join('') };
  }, [text]);
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** A new secret, to be taken into an authenticator by camera or by hand, and the field for its first code. */
export function Authenticator({
  enrolment,
  submit,
  onCode,
}: {
  enrolment: Enrolment;
  submit: string;
  onCode: (code: string) => Promise<void>;
}) {
  const { t } = useTexts();
  return (
    <div className={css.form}>
      <ol className={css.steps}>
        <li>{t('account.factor.step1')}</li>
        <li>
          {t('account.factor.step2')}
          <QrCode text={enrolment.uri} label={t('account.factor.picture')} />
          <span className={css.hint}>{t('account.factor.byHand')}</span>
          <code className={css.secret}>{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </li>
        <li>{t('account.factor.step3')}</li>
      </ol>
      <CodeForm submit={submit} onCode={onCode} />
    </div>
  );
}
