import type { AnchorHTMLAttributes } from 'react';
import Markdown from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import c from './conversation.module.css';

/** Pictures are never loaded from a text: they would tell their server who reads it. */
const schema = { ...defaultSchema, tagNames: (defaultSchema.tagNames ?? []).filter((tag) => tag !== 'img') };

function hostOf(href: string): string | null {
  try {
    const url = new URL(href, location.origin);
    return url.origin === location.origin ? null : url.host;
  } catch {
    return null;
  }
}

/** A link shows the host that it leads to, so that its words cannot lie about it. */
function SafeLink({ href = '', children }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  const host = hostOf(href);
  return (
    <a href={href} target="_blank" rel="noopener nofollow noreferrer">
      {children}
      {host && <small> ({host})</small>}
    </a>
  );
}

export default function MarkdownView({ text }: { text: string }) {
  return (
    <div className={c.markdown}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        components={{ a: ({ href, children }) => <SafeLink href={href ?? ''}>{children}</SafeLink> }}
      >
        {text}
      </Markdown>
    </div>
  );
}
