import type { LineageAnswer } from '../../common/api/lineage';
import { useApp } from '../app_context';
import { useRequest, type Request } from '../use_request';
import type { TabSubject } from './tab_subject';

/** Asks once per subject; given up when another one comes or the tab is closed. */
export function useTabLineage({ question, key }: TabSubject): Request<LineageAnswer> {
  const { api } = useApp();
  return useRequest({ key: question && key, round: 0 }, (signal) => api.lineage(question ?? {}, signal));
}
