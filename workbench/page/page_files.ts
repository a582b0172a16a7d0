import type { PageFile } from '../http/http_host';
import type { AppBundle } from './bundle_app';
import { indexPage } from './index_page';

/** Everything outside the API: the built app below /assets/, else the page itself. */
export const pageFiles =
  (bundle: AppBundle) =>
  async (pathname: string): Promise<PageFile | undefined> => {
    if (!pathname.startsWith('/assets/')) return indexPage(pathname);
    await bundle.built;
    return bundle.file(pathname);
  };
