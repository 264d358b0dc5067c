import { lazy, Suspense } from 'react';
import c from './conversation.module.css';

const Rendered = lazy(() => import('./markdown'));
/** Plain words need no renderer: most messages are just that. */
const MARKED = /[*_`#>[\]|~]|^\s*(?:[-+]|\d+\.)\s|https?:\/\//m;

/** Markdown as React elements, never as HTML; until the renderer is here, and for plain words, the text itself. */
export function MarkdownText({ text }: { text: string }) {
  const plain = <p className={c.plain}>{text}</p>;
  if (!MARKED.test(text)) return plain;
  return (
    <Suspense fallback={plain}>
      <Rendered text={text} />
    </Suspense>
  );
}
