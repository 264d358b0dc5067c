import { useState } from 'react';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { useTexts } from '../texts';
import css from './account.module.css';

/** Codes for whoever has lost his authenticator. They are here this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <div className={css.form}>
      <Notice kind="warning">{t('account.codes.once')}</Notice>
      <ul className={css.codes} aria-label={t('account.codes.title')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      {window.isSecureContext && (
        <Button onClick={() => void copy().catch(() => undefined)}>{t(copied ? 'account.codes.copied' : 'account.codes.copy')}</Button>
      )}
    </div>
  );
}
