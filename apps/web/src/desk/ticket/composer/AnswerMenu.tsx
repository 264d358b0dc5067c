import { Button, Popover, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBolt, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { answerQueries, type TicketAnswer } from '../../answers/answer-queries';
import { useAnswerWords } from '../../answers/use-answer-words';
import { useRight } from '../../data/session';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import c from './composer.module.css';
import { Suggestions } from './Suggestions';

interface Props {
  ticket: Ticket;
  /** Only those that are kept for this way of resolving; all where undefined. */
  resolutionCode?: string | undefined;
  onPick: (words: string) => void;
}

function Search({ ticket, resolutionCode, onPick }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [q, setQ] = useState('');
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<'lv' | 'en' | null>(null);
  const [asked] = useDebouncedValue(q.trim(), 150);
  const { data, isFetching } = useQuery(answerQueries.onTicket(ticket, asked, resolutionCode));
  const { wordsOf, lineOf, scopeWord } = useAnswerWords();
  const language = chosen ?? data?.language ?? 'lv';
  const answers: readonly TicketAnswer[] = data?.items ?? [];
  const pick = (index: number): void => {
    const answer = answers[index];
    if (answer) onPick(wordsOf(answer, language));
  };
  return (
    <div className={c.menu}>
      <div className={c.menuHead}>
        <TextInput
          data-autofocus
          // Escape closes the list, not the dialog behind it.
          data-mantine-stop-propagation
          size="sm"
          role="combobox"
          aria-expanded={answers.length > 0}
          aria-controls={id}
          aria-activedescendant={answers.length > 0 ? `${id}-${active}` : undefined}
          aria-label={t('composer.searchAnswers')}
          placeholder={t('composer.searchAnswers')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={q}
          onChange={(event) => (setQ(event.currentTarget.value), setActive(0))}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step && answers.length > 0) setActive((active + step + answers.length) % answers.length);
            else if (event.key === 'Enter') pick(active);
            else return;
            event.preventDefault();
          }}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('composer.language')}
          value={language}
          onChange={(value) => setChosen(value === 'en' ? 'en' : 'lv')}
          data={[
            { value: 'lv', label: 'LV' },
            { value: 'en', label: 'EN' },
          ]}
        />
      </div>
      <Suggestions
        id={id}
        label={t('composer.answers')}
        items={answers.map((answer) => ({
          id: answer.id,
          title: answer.name,
          detail: lineOf(answer, language),
          tag: scopeWord(answer.scope),
        }))}
        active={active}
        busy={isFetching}
        onActive={setActive}
        onPick={pick}
      />
      <p className={c.menuFoot}>
        <Link to="/admin/answers">{t('composer.keepAnswers')}</Link>
      </p>
    </div>
  );
}

/** Answers kept ready, behind a button: searched, in the requester's language unless somebody chooses the other. */
export function AnswerMenu({ ticket, resolutionCode, onPick }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const offered = useRight('answer.write') && ticket.abilities.noteInternal;
  if (!offered) return null;
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" width={420} trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={c.quietButton}
          leftSection={<IconBolt size={15} aria-hidden />}
          aria-label={t('composer.answers')}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen((now) => !now)}
        >
          {t('composer.answers')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={c.dropdown} aria-label={t('composer.answers')}>
        {open && <Search ticket={ticket} resolutionCode={resolutionCode} onPick={(words) => (setOpen(false), onPick(words))} />}
      </Popover.Dropdown>
    </Popover>
  );
}
