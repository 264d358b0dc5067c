import { Select, Skeleton, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { SearchField } from '../administration/SearchField';
import list from '../assets/assets.module.css';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { inAddress, type NoticeText, textQueries } from './text-queries';
import c from './texts-admin.module.css';
import { readTextsSearch, type TextsSearch } from './texts-search';
import { useTextNames } from './use-text-names';

const route = getRouteApi('/admin/texts');

function matches({ key, lv, en, group, version }: NoticeText, { q, group: wanted, changed }: TextsSearch): boolean {
  const isChanged = version > 0 && (lv.text !== lv.shipped || en.text !== en.shipped);
  const words = `${key} ${lv.text} ${en.text}`.toLocaleLowerCase();
  return (!wanted || group === wanted) && (!changed || isChanged) && (!q || words.includes(q.toLocaleLowerCase()));
}

function Row({ text }: { text: NoticeText }) {
  const { t, locale } = useTexts();
  const { date } = useFormat();
  const { partName } = useTextNames();
  const changed = text.lv.text !== text.lv.shipped || text.en.text !== text.en.shipped;
  return (
    <tr>
      <th scope="row">
        <Link to="/admin/texts/$key" params={{ key: inAddress(text.key) }}>
          {text[locale].text}
        </Link>
        <small>{text.key}</small>
      </th>
      <td data-label={t('texts.column.part')}>{partName(text)}</td>
      <td data-label={t('texts.column.state')}>
        {changed && text.updatedAt ? (
          <div>
            <b>{t('texts.changed')}</b>
            <small className="num">{[date(text.updatedAt), text.updatedBy?.name].filter(Boolean).join(' · ')}</small>
          </div>
        ) : (
          <span className={c.quiet}>{t('texts.shipped')}</span>
        )}
      </td>
    </tr>
  );
}

function Group({ name, texts }: { name: string; texts: readonly NoticeText[] }) {
  const { t } = useTexts();
  return (
    <section className={list['card']} aria-label={name}>
      <h2 className={c.group}>{name}</h2>
      <table className={`${list['table']} ${c.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('texts.column.text')}</th>
            <th scope="col">{t('texts.column.part')}</th>
            <th scope="col">{t('texts.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {texts.map((text) => (
            <Row key={text.key} text={text} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Filters({ search, groups, go }: { search: TextsSearch; groups: readonly string[]; go: (search: TextsSearch) => void }) {
  const { t } = useTexts();
  const { groupName } = useTextNames();
  const set = (part: Record<string, unknown>): void => go(readTextsSearch({ ...search, ...part }));
  return (
    <div className={`${list['filters']} ${c.filters}`}>
      <SearchField label={t('texts.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
      <Select
        className={list['filter']}
        aria-label={t('texts.about')}
        placeholder={t('texts.about')}
        data={groups.map((value) => ({ value, label: groupName(value) }))}
        value={search.group ?? null}
        clearable
        clearButtonProps={{ 'aria-label': t('texts.aboutAll') }}
        searchable
        onChange={(group) => set({ group })}
      />
      <Switch
        label={t('texts.onlyChanged')}
        checked={search.changed === true}
        onChange={(event) => set({ changed: event.currentTarget.checked })}
      />
    </div>
  );
}

/** All words of notices and mails, by what they tell of. */
export function TextsPage() {
  const { t } = useTexts();
  const { groupName } = useTextNames();
  const search = route.useSearch();
  const navigate = useNavigate();
  const texts = useQuery(textQueries.list());
  if (texts.error) return <FailedPage error={texts.error} reset={() => void texts.refetch()} />;
  const all = texts.data ?? [];
  const groups = [...new Set(all.map(({ group }) => group))];
  const shown = all.filter((text) => matches(text, search));
  return (
    <main className={list['page']}>
      <header className={list['head']}>
        <div>
          <h1>{t('texts.title')}</h1>
          <p>{t('texts.sub')}</p>
        </div>
      </header>
      <Filters search={search} groups={groups} go={(next) => void navigate({ to: '/admin/texts', search: next, replace: true })} />
      {texts.isPending && <Skeleton height={420} radius={12} role="status" aria-label={t('desk.loading')} />}
      {texts.data && shown.length === 0 && (
        <div className={list['nothing']} role="status">
          <h2>{t('texts.none')}</h2>
          <p>{t('texts.noneHint')}</p>
        </div>
      )}
      {groups
        .map((group) => ({ group, texts: shown.filter((text) => text.group === group) }))
        .filter((one) => one.texts.length > 0)
        .map((one) => (
          <Group key={one.group} name={groupName(one.group)} texts={one.texts} />
        ))}
    </main>
  );
}
