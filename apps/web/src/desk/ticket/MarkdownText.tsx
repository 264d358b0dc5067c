import { lazy, Suspense } from 'react';
import { partQuotedHistory } from '../../shared/format/quoted-history';
import { useTexts } from '../texts';
import c from './conversation.module.css';

const Rendered = lazy(() => import('./markdown'));
/** Plain words need no renderer: most messages are just that. */
const MARKED = /[*_`#>[\]|~\\]|^\s*(?:[-+]|\d+\.)\s|https?:\/\//m;

/** Markdown as React elements, never as HTML; until the renderer is here, and for plain words, the text itself. */
export function MarkdownText({ text }: { text: string }) {
  const { words, history } = partQuotedHistory(text);
  if (history === '') return <Words text={text} />;
  return (
    <>
      <Words text={words} />
      <History text={history} />
    </>
  );
}

/** What a mail program repeats below an answer, folded: it stands above in the conversation already. */
function History({ text }: { text: string }) {
  const { t } = useTexts();
  return (
    <details className={c.history}>
      <summary>{t('talk.history')}</summary>
      <Words text={text} />
    </details>
  );
}

function Words({ text }: { text: string }) {
  const plain = <p className={c.plain}>{text}</p>;
  if (!MARKED.test(text)) return plain;
  return (
    <Suspense fallback={plain}>
      <Rendered text={text} />
    </Suspense>
  );
}
