import { Modal, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Face } from '../../marks/Face';
import { useFormat } from '../../format';
import { problemText } from '../../../shared/api/problem';
import { useTexts } from '../../texts';
import { TicketCell } from '../TicketCell';
import c from './satisfaction.module.css';
import { type Side, themeCommentsQuery } from './satisfaction-queries';

interface Props {
  month: string;
  side: Side;
  stem: string;
  word: string;
  onClose: () => void;
}

/** The comments that a theme was counted from. */
export function Comments({ month, side, stem, word, onClose }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { dateTime } = useFormat();
  const query = useQuery(themeCommentsQuery(month, side, stem));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('satisfaction.commentsOf', { word })}
      size={620}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {query.error && <p role="alert">{problemText(texts, query.error)}</p>}
      {query.isPending && <Skeleton height={140} radius={8} />}
      <ul className={c.comments}>
        {query.data?.map(({ id, at, value, comment, ticket }) => (
          <li key={id}>
            <p className={c.commentHead}>
              <Face value={value} />
              <span className={`${c.none} num`}>{dateTime(at)}</span>
            </p>
            <blockquote>{comment}</blockquote>
            <p className={c.ticket}>
              <TicketCell ticket={ticket} />
            </p>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
