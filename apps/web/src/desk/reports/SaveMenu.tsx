import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTexts } from '../texts';
import c from './reports.module.css';

const formats = ['xlsx', 'csv'] as const;

/** Saving a file is a link: the browser names it, shows its progress and keeps it. */
export function SaveMenu({ href }: { href: (format: string) => string }) {
  const { t } = useTexts();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} className={c.noPrint}>
          {t('compliance.save')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} component="a" href={href(format)} download>
            {t('compliance.saveAs', { format: format.toUpperCase() })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
