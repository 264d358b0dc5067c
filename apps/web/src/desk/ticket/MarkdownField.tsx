import { ActionIcon, Textarea } from '@mantine/core';
import { IconBold, IconCode, IconEye, IconItalic, IconLink, IconList, IconListNumbers, IconPencil, type Icon } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTexts, type TextKey } from '../texts';
import { marked, type Mark } from './markdown-marks';
import { MarkdownText } from './MarkdownText';
import c from './reply.module.css';
import ticketCss from './ticket.module.css';

const tools: [Mark, Icon, TextKey][] = [
  ['bold', IconBold, 'markdown.bold'],
  ['italic', IconItalic, 'markdown.italic'],
  ['list', IconList, 'markdown.list'],
  ['numbers', IconListNumbers, 'markdown.numbers'],
  ['code', IconCode, 'markdown.code'],
  ['link', IconLink, 'markdown.link'],
];

interface Props {
  areaRef: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (text: string) => void;
  label: string;
  placeholder: string;
  onSend: () => void;
  /** Stands left of the toolbar. */
  before?: ReactNode;
  /** What is offered for what is being typed: a list above the field, whose keys come first. */
  offers?: Offers;
}

interface Offers {
  list: ReactNode;
  /** The id of the list and of its marked item; null while nothing is offered. */
  listId: string | null;
  activeId: string | null;
  look: (text: string, cursor: number) => void;
  key: (event: KeyboardEvent) => boolean;
}

/** A plain text field with a Markdown toolbar and a preview: what is stored is what was typed. */
export function MarkdownField({ areaRef, value, onChange, label, placeholder, onSend, before, offers }: Props) {
  const { t } = useTexts();
  const [preview, setPreview] = useState(false);
  const apply = (mark: Mark): void => {
    const area = areaRef.current;
    if (!area) return;
    const next = marked(value, area.selectionStart, area.selectionEnd, mark);
    onChange(next.text);
    window.setTimeout(() => {
      area.focus();
      area.setSelectionRange(next.from, next.to);
    });
  };
  const keys = (event: KeyboardEvent): void => {
    if (offers?.key(event)) return event.preventDefault();
    const key = event.key.toLowerCase();
    if (event.key === 'Escape') areaRef.current?.blur();
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Enter') onSend();
    else if (key === 'b') apply('bold');
    else if (key === 'i') apply('italic');
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={c.toolbar}>
        {before}
        <div className={c.tools} data-tools role="group" aria-label={t('markdown.toolbar')}>
          {tools.map(([mark, Sign, name]) => (
            <ActionIcon
              key={mark}
              size={26}
              variant="subtle"
              color="gray"
              className={ticketCss.quiet}
              disabled={preview}
              aria-label={t(name)}
              title={t(name)}
              onClick={() => apply(mark)}
            >
              <Sign size={15} aria-hidden />
            </ActionIcon>
          ))}
          <ActionIcon
            size={26}
            variant="subtle"
            color="gray"
            className={ticketCss.quiet}
            aria-pressed={preview}
            aria-label={t('markdown.preview')}
            title={t('markdown.preview')}
            onClick={() => setPreview((on) => !on)}
          >
            {preview ? <IconPencil size={15} aria-hidden /> : <IconEye size={15} aria-hidden />}
          </ActionIcon>
        </div>
      </div>
      {offers?.list}
      {preview ? (
        <div className={c.preview}>
          {value.trim() ? <MarkdownText text={value} /> : <p className={ticketCss.dim}>{t('markdown.nothing')}</p>}
        </div>
      ) : (
        <Textarea
          ref={areaRef}
          className={c.area}
          autosize
          minRows={2}
          maxRows={9}
          aria-label={label}
          placeholder={placeholder}
          value={value}
          aria-autocomplete={offers ? 'list' : undefined}
          aria-controls={offers?.listId ?? undefined}
          aria-activedescendant={offers?.activeId ?? undefined}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            offers?.look(event.currentTarget.value, event.currentTarget.selectionStart);
          }}
          onSelect={(event) => offers?.look(event.currentTarget.value, event.currentTarget.selectionStart)}
          onKeyDown={keys}
        />
      )}
    </>
  );
}
