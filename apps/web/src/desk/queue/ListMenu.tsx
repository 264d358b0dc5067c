import { Button, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconDownload } from '@tabler/icons-react';
import { exportHref } from '../data/export-href';
import { useTexts } from '../texts';
import { columns, columnsOf, filtersOf, type Column, sortOf, sorts } from './queue-search';
import { useQueueSearch } from './use-queue';

const formats = ['xlsx', 'csv'] as const;

function ColumnItems() {
  const { t } = useTexts();
  const { search, change } = useQueueSearch();
  const shown = columnsOf(search.columns);
  const toggle = (column: Column): void => {
    const next = columns.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one)));
    change({ ...search, columns: next.length > 0 ? next.join(',') : '-' });
  };
  return (
    <>
      <Menu.Label>{t('queue.columns')}</Menu.Label>
      {columns.map((column) => (
        <Menu.CheckboxItem key={column} checked={shown.includes(column)} onChange={() => toggle(column)}>
          {t(`queue.column.${column}`)}
        </Menu.CheckboxItem>
      ))}
    </>
  );
}

/** Order, columns of the wide list, and the list as a file. */
export function ListMenu({ wide }: { wide: boolean }) {
  const { t } = useTexts();
  const { search, change } = useQueueSearch();
  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <Button size="sm" variant="default" px={9} aria-label={t('queue.list.menu')} title={t('queue.list.menu')}>
          <IconAdjustmentsHorizontal size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('queue.list.menu')} mah="70vh" style={{ overflow: 'auto' }}>
        <Menu.Label>{t('queue.sort.label')}</Menu.Label>
        <Menu.RadioGroup
          value={sortOf(search)}
          onChange={(value) => change({ ...search, sort: sorts.find((sort) => sort === value) ?? 'due' })}
        >
          {sorts.map((sort) => (
            <Menu.RadioItem key={sort} value={sort} closeMenuOnClick>
              {t(`queue.sort.${sort}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {wide && <ColumnItems />}
        {wide && <Menu.Divider />}
        <Menu.Label>{t('queue.export')}</Menu.Label>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={exportHref('tickets', { sort: sortOf(search), ...filtersOf(search) }, format)}
            download
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t(`queue.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
