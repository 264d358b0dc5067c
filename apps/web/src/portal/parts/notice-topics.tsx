import type { components } from '../../shared/api-schema';
import { useMe } from '../session/session';
import { type TextKey, useTexts } from '../texts';
import css from './notices-card.module.css';

export type TopicSetting = components['schemas']['TopicSettingResponse'];
type Way = 'bell' | 'mail';

interface Props {
  topics: readonly TopicSetting[];
  onChange: (topic: string, way: Way, on: boolean) => void;
}

function Cell({ topic, name, way, onChange }: { topic: TopicSetting; name: string; way: Way; onChange: Props['onChange'] }) {
  const { t } = useTexts();
  const choice = topic[`${way}Choice`];
  if (choice === 'never') return <td aria-hidden />;
  if (choice === 'always')
    return (
      <td>
        <small>{t('notify.always')}</small>
      </td>
    );
  return (
    <td>
      <label className={css.box}>
        <input
          type="checkbox"
          checked={topic[way]}
          aria-label={t(`notify.${way}Of`, { topic: name })}
          onChange={(event) => onChange(topic.topic, way, event.target.checked)}
        />
      </label>
    </td>
  );
}

/** Which topics come by which way. The portal has no bell, so whoever is at home there chooses about mail alone. */
export function NoticeTopics({ topics, onChange }: Props) {
  const { t, has } = useTexts();
  const { home } = useMe();
  const ways: Way[] = home === 'portal' ? ['mail'] : ['bell', 'mail'];
  const shown = topics.filter((topic) => ways.some((way) => topic[`${way}Choice`] !== 'never'));
  return (
    <table className={css.topics}>
      <thead>
        <tr>
          <th scope="col">{t('notify.topic')}</th>
          {ways.map((way) => (
            <th key={way} scope="col">
              {t(`notify.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((topic) => {
          const [key, why] = [`notify.topic.${topic.topic}`, `notify.why.${topic.topic}`];
          const name = has(key) ? t(key as TextKey) : topic.topic;
          return (
            <tr key={topic.topic}>
              <th scope="row">
                {name}
                {has(why) && <small>{t(why as TextKey)}</small>}
              </th>
              {ways.map((way) => (
                <Cell key={way} topic={topic} name={name} way={way} onChange={onChange} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
