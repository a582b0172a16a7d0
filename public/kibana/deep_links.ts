import { PAGE_MESSAGES } from '../messages/page_messages';
import { PAGE_LIST } from '../pages/page_list';

/** Every page of the app, for Kibana's global search. */
export const DEEP_LINKS = PAGE_LIST.map(({ id, path, title }) => ({ id, path, title: PAGE_MESSAGES[title] }));
