import React from 'react';
import { EuiButtonGroup, EuiCallOut } from '@elastic/eui';
import { useApp } from '../../app_context';
import { EventFlyout } from '../../components/event_flyout';
import { LoadMore } from '../../components/load_more';
import { PageTitle } from '../../components/page_title';
import { Remarks } from '../../components/remarks';
import { RequestState } from '../../components/request_state';
import { totalText } from '../../components/total_text';
import { FIND_TYPE_NAMES } from '../../frame/find_types';
import { visibleText } from '../../text/visible_text';
import { EventGrid } from './event_grid';
import { NothingFound } from './nothing_found';
import { PAGE_ROWS, useFoundEvents, type FoundEvents } from './use_found_events';

/** Every event in which a value occurs, on all hosts. */
export function FindPage(): JSX.Element {
  const { t, url } = useApp();
  const found = useFoundEvents();
  const { pages, total } = found;
  return (
    <>
      <PageTitle title={useFindTitle(found)} />
      {pages.problems.length > 0 && (
        <EuiCallOut
          color="warning"
          size="s"
          heading="p"
          title={t('sysmonTrail.shared.problemInvalid', { problems: visibleText(pages.problems.join('; ')) })}
        />
      )}
      <Remarks remarks={pages.remarks} />
      {total && total.value > 0 && <Head found={found} />}
      {total?.value === 0 && <NothingFound question={found.question} />}
      {pages.events.length > 0 && total && (
        <>
          <EventGrid events={pages.events} />
          <LoadMore shown={pages.events.length} total={total} step={PAGE_ROWS} onMore={pages.loadMore} />
        </>
      )}
      <RequestState request={pages.request} />
      {url.ev && <EventFlyout docRef={url.ev} />}
    </>
  );
}

function useFindTitle({ question }: FoundEvents): string {
  const { t } = useApp();
  if (question.value) return t('sysmonTrail.find.title', { value: visibleText(question.value) });
  if (question.hosts.length > 0)
    return t('sysmonTrail.find.titleHosts', { hosts: visibleText(question.hosts.join(', ')) });
  return t('sysmonTrail.find.titleAll');
}

function Head({ found: { total, question, sort } }: { readonly found: FoundEvents }): JSX.Element {
  const { t, change } = useApp();
  const sorts = [
    { id: 'newest', label: t('sysmonTrail.find.newestFirst') },
    { id: 'oldest', label: t('sysmonTrail.find.oldestFirst') },
  ];
  return (
    <div className="sysmonTrailTools">
      <span role="status">
        {total && t('sysmonTrail.find.total', { total: totalText(total, t), exact: total.value })}
      </span>
      {question.value && (
        <span>{t('sysmonTrail.find.typed', { type: t(FIND_TYPE_NAMES[question.type]) })}</span>
      )}
      <span className="sysmonTrailGrow" />
      <EuiButtonGroup
        legend={t('sysmonTrail.find.sort')}
        buttonSize="compressed"
        options={sorts}
        idSelected={sort}
        onChange={(id) => change({ sort: id === 'oldest' ? 'oldest' : 'newest' }, 'push')}
      />
    </div>
  );
}
