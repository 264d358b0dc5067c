import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import page from '../assets/assets.module.css';
import { ChangeTabs } from '../changes/ChangeTabs';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { TemplateCard } from './TemplateCard';
import { TemplateForm } from './TemplateForm';
import { type Template, templatesQuery } from './template-queries';
import c from './templates.module.css';

/** What asks for somebody's decision first, then what is in use, then the past. */
const ORDER: Record<Template['state'], number> = { suspended: 0, draft: 1, active: 2, retired: 3 };

/** Templates of standard changes, with how well the changes from each went. */
export function TemplatesPage() {
  const { t, locale } = useTexts();
  const { data, error, refetch } = useQuery(templatesQuery);
  const [making, setMaking] = useState(false);
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const items = [...(data?.items ?? [])].sort(
    (a, b) => ORDER[a.state] - ORDER[b.state] || a.current.name.localeCompare(b.current.name, locale),
  );
  return (
    <main className={page.page}>
      <ChangeTabs />
      <header className={page.head}>
        <div>
          <h1>{t('templates.title')}</h1>
          <p>{t('templates.lead')}</p>
        </div>
        {data?.abilities.create && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            {t('templates.new')}
          </Button>
        )}
      </header>
      {!data && <Skeleton height={320} radius={12} role="status" aria-label={t('desk.loading')} />}
      {data && items.length === 0 && <p className={c.nothing}>{t('templates.nothing')}</p>}
      <div className={c.list}>
        {items.map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </div>
      {making && <TemplateForm template={null} onClose={() => setMaking(false)} />}
    </main>
  );
}
