import { Button } from '@mantine/core';
import type { Ref } from 'react';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import { AnswerMenu } from './composer/AnswerMenu';
import c from './composer/composer.module.css';
import { Missed, OpenPlaces, OtherVersion } from './composer/DraftNotes';
import { AttachButton, DropZone, Files } from './composer/Files';
import { DraftPlaceMark, ModeSwitch } from './composer/ModeSwitch';
import { openPlaces } from './composer/open-places';
import { PresenceLine } from './composer/PresenceLine';
import { useStagedFiles } from './composer/staged-files';
import { Suggestions } from './composer/Suggestions';
import { useDroppedFiles } from './composer/use-dropped-files';
import { useShowPresence } from './composer/use-presence';
import { useSending } from './composer/use-sending';
import { useSuggestions } from './composer/use-suggestions';
import { type ReplyBoxHandle, useTyping } from './composer/use-typing';
import { MarkdownField } from './MarkdownField';
import { ProblemNote } from './ProblemNote';

export type { ReplyBoxHandle } from './composer/use-typing';

interface Props {
  ticket: Ticket;
  ref: Ref<ReplyBoxHandle>;
}

/** The field and everything around it, for whoever may write something. */
function Composer({ ticket, ref }: Props) {
  const { t } = useTexts();
  const { noteInternal, attach } = ticket.abilities;
  const { me, area, mode, setMode, drafts, draft, comments, write, put } = useTyping(ticket, ref);
  const note = mode === 'note';
  const staged = useStagedFiles(`${ticket.id}:${mode}`);
  const dropped = useDroppedFiles(attach, staged.add);
  const presence = useShowPresence(ticket.id, mode, noteInternal);
  const sending = useSending({ ticket, kind: mode, draft, staged, comments, myId: me.id });
  const offers = useSuggestions({ ticket, note, onPick: (trigger, words) => put(words, trigger) });
  const listId = offers.sign && offers.items.length > 0 ? offers.id : null;
  const label = t(note ? 'reply.noteLabel' : 'reply.label');
  const firstName = ticket.requester.name.split(' ')[0] ?? '';
  return (
    <form
      className={c.reply}
      data-note={note || undefined}
      data-filled={sending.ready || undefined}
      aria-label={label}
      onSubmit={(event) => (event.preventDefault(), sending.send())}
      onPaste={dropped.onPaste}
      {...presence}
    >
      <PresenceLine ticket={ticket} />
      <OtherVersion draft={draft} />
      {sending.asking === 'places' ? (
        <OpenPlaces names={openPlaces(draft.text)} busy={sending.busy} onBack={sending.back} onSend={sending.sendAnyway} />
      ) : (
        <Missed
          missed={sending.missed}
          asking={sending.asking === 'clash'}
          busy={sending.busy}
          onRead={sending.goOn}
          onSend={sending.sendAnyway}
        />
      )}
      <MarkdownField
        areaRef={area}
        value={draft.text}
        onChange={write}
        label={label}
        placeholder={note ? t('reply.notePlaceholder') : t('reply.placeholder', { name: firstName })}
        onSend={sending.send}
        before={
          <ModeSwitch
            ticket={ticket}
            mode={mode}
            typed={{ reply: drafts.reply.text !== '', note: drafts.note.text !== '' }}
            onMode={(next) => (sending.back(), offers.close(), setMode(next))}
          />
        }
        offers={{
          list: offers.sign && (
            <Suggestions
              id={offers.id}
              label={t(offers.sign === '/' ? 'composer.answers' : 'composer.colleagues')}
              items={offers.items}
              active={offers.active}
              busy={offers.busy}
              onActive={offers.setActive}
              onPick={offers.pick}
            />
          ),
          listId,
          activeId: listId && `${listId}-${offers.active}`,
          look: offers.look,
          key: offers.key,
        }}
      />
      {dropped.over && <DropZone />}
      <Files files={staged.files} onRemove={staged.remove} onRetry={(file) => void sending.retry(file)} />
      {sending.problem && <ProblemNote error={sending.problem} ticket={ticket} />}
      <div className={c.replyFoot}>
        <AnswerMenu ticket={ticket} onPick={(words) => put(words)} />
        {attach && <AttachButton onFiles={staged.add} />}
        {draft.text !== '' && <DraftPlaceMark place={draft.place} />}
        <span className={c.sendHint}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        <Button size="xs" type="submit" loading={sending.busy} aria-disabled={!sending.ready} data-idle={!sending.ready || undefined}>
          {t(note ? 'reply.saveNote' : 'reply.send')}
        </Button>
      </div>
    </form>
  );
}

/** Reply to the requester, or a note that only colleagues see; the two look different. What is typed is kept on the server. */
export function ReplyBox({ ticket, ref }: Props) {
  const { replyPublic, noteInternal } = ticket.abilities;
  return replyPublic || noteInternal ? <Composer ticket={ticket} ref={ref} /> : null;
}
