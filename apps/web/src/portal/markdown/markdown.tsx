import { Fragment, type ReactNode } from 'react';
import { partQuotedHistory } from '../../shared/format/quoted-history';
import { useTexts } from '../texts';
import css from './markdown.module.css';
import { type Block, type Inline, parseMarkdown } from './parse';

function Nodes({ nodes }: { nodes: Inline[] }) {
  return nodes.map((node, index) => <Fragment key={index}>{inline(node)}</Fragment>);
}

function inline(node: Inline): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return <code>{node.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <Nodes nodes={node.children} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Nodes nodes={node.children} />
        </em>
      );
    case 'link':
      return <OutsideLink node={node} />;
  }
}

/** A link out of the product: it shows where it leads, and tells the other side nothing about us. */
function OutsideLink({ node }: { node: Extract<Inline, { kind: 'link' }> }) {
  const [only] = node.children;
  const saysHost = only?.kind === 'text' && only.text.includes(node.host);
  return (
    <>
      <a href={node.href} rel="noopener noreferrer nofollow" target="_blank">
        <Nodes nodes={node.children} />
      </a>
      {node.host && !saysHost && <span className={css.host}> ({node.host})</span>}
    </>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'code') {
    return (
      <pre tabIndex={0}>
        <code>{block.text}</code>
      </pre>
    );
  }
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((item, index) => (
          <li key={index}>
            <Nodes nodes={item} />
          </li>
        ))}
      </List>
    );
  }
  const content = <Nodes nodes={block.children} />;
  if (block.kind === 'quote') return <blockquote>{content}</blockquote>;
  return <p>{block.kind === 'heading' ? <strong>{content}</strong> : content}</p>;
}

function Blocks({ source }: { source: string }) {
  return parseMarkdown(source).map((block, index) => <BlockView key={index} block={block} />);
}

/**
 * A message as its author meant it: paragraphs, lists, emphasis, code and links, as React elements; no HTML is ever interpreted. What a mail
 * program repeats below an answer is folded.
 */
export function Markdown({ source }: { source: string }) {
  const { t } = useTexts();
  const { words, history } = partQuotedHistory(source);
  return (
    <div className={css.text}>
      <Blocks source={words} />
      {history !== '' && (
        <details>
          <summary>{t('talk.history')}</summary>
          <Blocks source={history} />
        </details>
      )}
    </div>
  );
}
