import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useRight } from '../data/session';
import { useTexts } from '../texts';
import type { CalendarSearch, Tab } from './calendar-search';
import type { CalendarDetail, Content, Day, View } from './calendar-types';
import c from './calendars.module.css';
import { DayDialog } from './dialogs/DayDialog';
import { PublishPanel } from './PublishPanel';
import { RulesPanel } from './RulesPanel';
import { TryPanel } from './TryPanel';
import { VersionsPanel } from './VersionsPanel';
import { YearCard } from './YearCard';

interface Props {
  calendar: CalendarDetail;
  year: number;
  search: CalendarSearch;
  go: (part: CalendarSearch) => void;
}

const tabsOf: Record<View, Tab[]> = { 'in-force': ['rules', 'try', 'versions'], draft: ['rules', 'try', 'publish'] };

/** What is looked at: the draft where it is asked for, or where there is nothing else. */
function viewOf({ draft, inForce }: CalendarDetail, wanted: View | undefined): View {
  return draft && (wanted === 'draft' || !inForce) ? 'draft' : 'in-force';
}

interface PanelProps {
  calendar: CalendarDetail;
  content: Content;
  view: View;
  tab: Tab;
  year: number;
  editable: boolean;
  go: (part: CalendarSearch) => void;
  onDay: (date: string) => void;
}

function Panel({ calendar, content, view, tab, year, editable, go, onDay }: PanelProps) {
  if (tab === 'try') return <TryPanel key={view} calendar={calendar} view={view} />;
  if (tab === 'versions') return <VersionsPanel calendar={calendar} />;
  if (tab === 'publish' && calendar.draft) {
    const away = (next: Tab) => () => go({ rules: 'in-force', panel: next });
    return <PublishPanel calendar={calendar} draft={calendar.draft} onPublished={away('versions')} onDiscarded={away('rules')} />;
  }
  return <RulesPanel calendar={calendar} content={content} view={view} year={year} editable={editable} onDay={({ date }) => onDay(date)} />;
}

/** One calendar: its year, and beside it what it says, a try-out, its versions or the way to publication. */
export function CalendarView({ calendar, year, search, go }: Props) {
  const { t } = useTexts();
  const mayDraft = useRight('sla.draft');
  const [day, setDay] = useState<string | null>(null);
  const view = viewOf(calendar, search.rules);
  const content = view === 'draft' ? calendar.draft : calendar.inForce;
  const tabs = tabsOf[view];
  const tab = search.panel && tabs.includes(search.panel) ? search.panel : 'rules';
  if (!content) return null;
  const editable = view === 'draft' && mayDraft;
  const open = ({ date }: Pick<Day, 'date'>): void => {
    if (editable && (content.validFrom === null || date >= content.validFrom)) setDay(date);
  };
  return (
    <div className={c.view}>
      <YearCard
        calendar={calendar}
        year={year}
        view={view}
        onYear={(next) => go({ year: next })}
        onView={(next) => go({ rules: next, panel: tab === 'try' ? 'try' : 'rules' })}
        onDay={open}
      />
      <section className={c.panel} aria-label={t('cal.panel')}>
        <SegmentedControl
          fullWidth
          aria-label={t('cal.panel')}
          value={tab}
          onChange={(value) => go({ panel: value as Tab })}
          data={tabs.map((value) => ({ value, label: t(`cal.tab.${value}`) }))}
        />
        <Panel calendar={calendar} content={content} view={view} tab={tab} year={year} editable={editable} go={go} onDay={setDay} />
      </section>
      {day !== null && <DayDialog calendar={calendar} content={content} date={day} onClose={() => setDay(null)} />}
    </div>
  );
}
