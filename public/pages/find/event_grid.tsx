import React, { useLayoutEffect, useRef, useState } from 'react';
import { EuiDataGrid } from '@elastic/eui';
import type { EuiDataGridColumn } from '@elastic/eui';
import type { SysmonEvent } from '../../../common/sysmon/sysmon_event';
import { useApp } from '../../app_context';
import { useTimeHeader } from '../../components/event_time';
import { EVENT_COLUMNS, restWidth } from './event_columns';

const IDS = EVENT_COLUMNS.map(({ id }) => id);

/** Events as a compact grid; only the rows in view are drawn. */
export function EventGrid({ events }: { readonly events: readonly SysmonEvent[] }): JSX.Element {
  const app = useApp();
  const { t } = app;
  const timeHeader = useTimeHeader();
  const [visibleColumns, setVisibleColumns] = useState(IDS);
  const [container, all] = useWidth();
  const [resized, setResized] = useState<Readonly<Record<string, number>>>({});
  const widthOf = (id: string): number =>
    resized[id] ?? EVENT_COLUMNS.find((column) => column.id === id)?.width ?? restWidth(all);
  const columns: EuiDataGridColumn[] = EVENT_COLUMNS.map(({ id, title }) => {
    const name = title ? t(title) : timeHeader;
    return {
      id,
      displayAsText: name,
      display: name,
      isSortable: false,
      isExpandable: false,
      initialWidth: widthOf(id),
      actions: { showSortAsc: false, showSortDesc: false },
    };
  });
  return (
    <div ref={container} className="sysmonTrailGrid">
      <EuiDataGrid
        key={all}
        onColumnResize={({ columnId, width }) => setResized((before) => ({ ...before, [columnId]: width }))}
        aria-label={t('sysmonTrail.find.caption', { sort: app.url.sort ?? 'newest' })}
        columns={columns}
        columnVisibility={{ visibleColumns, setVisibleColumns }}
        rowCount={events.length}
        renderCellValue={({ rowIndex, columnId }) => {
          const event = events[rowIndex];
          return event ? (
            <>
              {EVENT_COLUMNS.find(({ id }) => id === columnId)?.cell(event, {
                app,
                width: widthOf(columnId),
              })}
            </>
          ) : null;
        }}
        gridStyle={{ fontSize: 's', cellPadding: 's', border: 'horizontal', rowHover: 'highlight' }}
        toolbarVisibility={{ showSortSelector: false, showKeyboardShortcuts: true }}
        height="100%"
        width="100%"
      />
    </div>
  );
}

/** Width of an element in CSS px, now and whenever it changes. */
function useWidth(): [React.RefObject<HTMLDivElement>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
